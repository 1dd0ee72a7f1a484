"""main(): run a command and turn whatever happens into an exit code and, for errors, two lines on stderr."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

from ..errors import UnccDiffError
from .status import Status

_INTERRUPTED = 130
"""What typer makes of Ctrl-C."""
_OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""One run makes many small values that live to its end and hardly a cycle: looking for cycles often costs a tenth of it."""
_ISSUES = "run it again with --debug and report the traceback together with the file"


def main() -> None:
    """Run the command line; a failure of ours exits 2, never 1."""
    _speak_utf8()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
    debug = "--debug" in sys.argv or bool(os.environ.get("UNCC_DIFF_DEBUG"))
    sys.argv[:] = [argument for argument in sys.argv if argument != "--debug"]  # it may stand anywhere
    try:
        from .app import app

        code = app(prog_name="uncc-diff", standalone_mode=False)
        sys.stdout.flush()
    except UnccDiffError as error:
        stop(error.message, error.hint)
    except BrokenPipeError:
        # The reader went away (`| head`): what is left in the buffers has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Status.FAILED)
    except KeyboardInterrupt:
        stop("interrupted")
    except Exception as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error, file=sys.stderr)
            sys.exit(Status.FAILED)
        if hasattr(error, "format_message"):  # what typer raises for wrong usage, wherever it keeps its classes
            stop(_usage_message(error), _usage_hint(error))
        if type(error).__name__ == "Abort":
            stop("interrupted")
        if debug:
            raise _bug(error) from error
        stop(f"{type(error).__name__}: {error} (this is a bug in uncc-diff)", _ISSUES)
    if code == _INTERRUPTED:
        stop("interrupted")
    sys.exit(code if isinstance(code, int) else Status.CLEAN)


def stop(message: str, hint: str = "") -> NoReturn:
    """Print the error and how to mend it on stderr, and exit 2."""
    tell(message, hint)
    sys.exit(Status.FAILED)


def tell(message: str, hint: str = "") -> None:
    """Print an error and its hint on stderr, every line free of control characters."""
    for number, line in enumerate(message.splitlines() or [""]):
        print(f"{'error: ' if number == 0 else '       '}{_printable(line)}", file=sys.stderr)
    if hint:
        print(f"hint: {_printable(hint)}", file=sys.stderr)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in text)


def _usage_message(error: Exception) -> str:
    message: str = error.format_message()  # type: ignore[attr-defined]
    return message.rstrip(".") if message else "a command or an argument is missing"


def _usage_hint(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", None) or "uncc-diff"
    return f"`{path} --help` shows what can be given"


def _bug(error: Exception) -> SystemExit:
    import traceback

    traceback.print_exception(error)
    return SystemExit(int(Status.FAILED))


def _speak_utf8() -> None:
    """Write UTF-8 with plain newlines whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
