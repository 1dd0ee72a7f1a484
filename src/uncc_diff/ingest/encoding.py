"""Bytes to characters: byte order mark, UTF-8, then the encodings that legal texts are met in."""

from __future__ import annotations

import codecs
import re

from ..errors import InputError
from ..model.source import Caveat

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "koi8_r", "mac_roman", "cp850", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
"""One encoding per script and platform; rarer ones differ from these in characters that laws do not use."""

_DOUBLED = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2[\u20ac\u0080][\u0080-\uffff]")
"""What accents and quotation marks look like when UTF-8 was taken for cp1252."""

_DOUBLED_LEAST = 3

_STRAY_SHARE = 0.01
"""Of the bytes above 127, how many may be wrong in a text that is still UTF-8 with stray bytes of another encoding."""

_SAMPLE = 200_000
"""Bytes that are enough to guess an encoding from."""

_NOT_WESTERN = re.compile(
    r"""[^\x00-\x7f\u00a0§°ºª«»©®£€·¶¿¡–—‘’‚“”„†‡•…™½¼¾ßŒœŠšŽžŸ\u00c0-\u00cf\u00d1-\u00d6\u00d8-\u00dc\u00e0-\u00ef\u00f1-\u00f6\u00f8-\u00fc\u00ff]
        |[\u00c0-\u00ff]{3}              # three in a row are another script, read wrongly
        |(?<=[A-Za-z])[¿¡©®¶£†‡•™](?=[A-Za-z])""",
    re.VERBOSE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")
_NEWLINES = re.compile(r"\r\n|[\r\v\x1c\x1d\x1e\x85\u2028\u2029]")


def decode(data: bytes, name: str, *, declared: str | None = None) -> tuple[str, list[Caveat]]:
    """Return the text with every line end as `\\n` (form feeds are kept), and a caveat where the encoding is a guess.

    `declared` is what the format itself states (an HTML meta tag); it is used where the bytes agree with it.
    Raises InputError for bytes that are no text.
    """
    text, caveats = _decode(data, name, declared)
    if mended := _undoubled(text):
        text = mended
        caveats.append(Caveat("encoding_guessed", f"{name} had been encoded twice; its characters were put right."))
    if len(_CONTROL.findall(text)) > max(2, len(text) // 50):
        raise InputError(f"{name} is not a text.", hint="Give the law as PDF, DOCX, HTML, XML, markdown or plain text.")
    lost = text.count("\ufffd")
    if lost:
        message = f"{lost} characters of {name} were lost before it was read here; they show as \ufffd."
        caveats.append(Caveat("encoding_guessed", message))
    return _NEWLINES.sub("\n", text.lstrip("\ufeff")), caveats


def _decode(data: bytes, name: str, declared: str | None) -> tuple[str, list[Caveat]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), []
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide, errors="replace"), [_guessed(name, wide)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if text := _declared(data, declared):
        return text, []
    if _nearly_utf8(data):
        return data.decode("utf-8", errors=_KEEP_STRAY), [_guessed(name, "utf-8 with stray bytes of cp1252")]
    encoding = _guess(data)
    return data.decode(encoding, errors="replace"), [_guessed(name, encoding)]


def _guessed(name: str, encoding: str) -> Caveat:
    return Caveat("encoding_guessed", f"{name} states no encoding; it was read as {encoding}.")


def _declared(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    # Web pages that say latin-1 are written in cp1252, and browsers read them so.
    encoding = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}.get(
        declared.strip().lower(), declared.strip()
    )
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        return None


def _undoubled(text: str) -> str | None:
    """Return the text put right if it is UTF-8 that was taken for cp1252 and encoded again; None if it is not."""
    if len(_DOUBLED.findall(text)) < _DOUBLED_LEAST:
        return None
    try:
        return b"".join(_western_byte(letter) for letter in text).decode("utf-8")
    except UnicodeError:
        return None


def _western_byte(letter: str) -> bytes:
    """Return the byte that cp1252 reads as this character; its five gaps are read as Latin-1 control characters."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _unmarked_utf16(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every second byte."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _nearly_utf8(data: bytes) -> bool:
    good = len(data.decode("utf-8", errors="ignore").encode("utf-8"))
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return len(data) - good <= high * _STRAY_SHARE


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if _reads_as_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_CANDIDATES, enable_fallback=False).best()
    return best.encoding if best is not None else "cp1252"


def _reads_as_western(data: bytes) -> bool:
    """In cp1252, is all beyond ASCII a letter within words of ASCII letters, or a mark beside them?

    A guess by frequencies needs more such characters than the few dashes and quotation marks of an English law.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return not _NOT_WESTERN.search(text)


def _keep_stray(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", errors="replace"), error.end


_KEEP_STRAY = "uncc_diff.stray_cp1252"
codecs.register_error(_KEEP_STRAY, _keep_stray)
