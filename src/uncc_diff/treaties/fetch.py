"""Downloads an official text from its publisher. The one module of the package that may open a connection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from ..errors import InputError, UsageError
from ..model.treaty import Treaty

PATIENCE = 30.0
"""Seconds to wait for the publisher."""
LARGEST = 40_000_000
"""Bytes; no treaty is longer, and a publisher's fault must not fill the memory."""

Opener = Callable[..., Any]
"""Called like `urllib.request.urlopen(request, timeout=...)`; returns a context manager with `read(size)` and `geturl()`."""


def fetch(treaty: Treaty, opener: Opener | None = None) -> bytes:
    """Return what the publisher keeps at the address of the model, unread.

    Raises UsageError when the model names no address, InputError when nothing could be had from there.
    """
    if not treaty.fetch:
        raise UsageError(
            f"the model of {treaty.short} names no address to fetch from",
            hint=f"get the official text ({treaty.source}) and run `uncc-diff treaty import {treaty.id} FILE`",
        )
    if urlsplit(treaty.fetch).scheme != "https":
        raise UsageError(f"{treaty.fetch} is no https address")
    import http.client
    from urllib.request import Request, urlopen

    request = Request(treaty.fetch, headers={"User-Agent": "uncc-diff", "Accept": "application/pdf, text/html, */*"})
    try:
        with (opener or urlopen)(request, timeout=PATIENCE) as answer:
            if urlsplit(answer.geturl()).scheme != "https":
                raise _failed(treaty, "it leads to an address that is not https")
            data: bytes = answer.read(LARGEST + 1)
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise _failed(treaty, str(reason)) from None
    if not data or len(data) > LARGEST:
        raise _failed(treaty, "it sent nothing" if not data else "it sent more than any treaty holds")
    return data


def _failed(treaty: Treaty, reason: str) -> InputError:
    return InputError(
        f"{treaty.fetch}: {reason}",
        hint=f"are you online? Otherwise save the text with a browser and run `uncc-diff treaty import {treaty.id} FILE`",
    )
