"""Fetching: the one place that may connect; here a fake publisher answers."""

from __future__ import annotations

import ast
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.error import URLError

import pytest
from arvena_convention import CONVENTION, TEXT

import uncc_diff
from uncc_diff import pipeline
from uncc_diff.errors import InputError, UsageError
from uncc_diff.treaties import load_treaties
from uncc_diff.treaties.fetch import LARGEST, PATIENCE, fetch

SOURCES = Path(uncc_diff.__file__).parent


class Answer(BytesIO):
    address = CONVENTION.fetch

    def geturl(self) -> str:
        return self.address


def test_what_the_publisher_sends_is_read_like_any_text() -> None:
    asked = []

    def opener(request: object, timeout: float) -> Answer:
        asked.append((request.full_url, timeout))  # type: ignore[attr-defined]
        return Answer(TEXT.encode())

    text = pipeline.outline_bytes(fetch(CONVENTION, opener), "as fetched")
    assert asked == [("https://treaties.example/arvena", PATIENCE)]
    assert [p.number for p in text.basics] == ["1", "2", "3"]


def offline(request: object, timeout: float) -> Answer:
    raise URLError("no route to host")


def nothing(request: object, timeout: float) -> Answer:
    return Answer(b"")


def too_much(request: object, timeout: float) -> Answer:
    return Answer(b" " * (LARGEST + 1))


def unsafe(request: object, timeout: float) -> Answer:
    answer = Answer(TEXT.encode())
    answer.address = "http://treaties.example/arvena"
    return answer


@pytest.mark.parametrize(
    ("opener", "said"),
    [(offline, "no route to host"), (nothing, "nothing"), (too_much, "more than any treaty"), (unsafe, "not https")],
)
def test_a_failure_says_what_else_can_be_done(opener: object, said: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(CONVENTION, opener)  # type: ignore[arg-type]
    assert said in caught.value.message
    assert "uncc-diff treaty import arvena FILE" in caught.value.hint


@pytest.mark.parametrize("address", ["", "http://treaties.example", "file:///etc/hosts"])
def test_only_a_publishers_https_address_is_opened(address: str) -> None:
    def opener(request: object, timeout: float) -> Answer:
        raise AssertionError("connected")

    with pytest.raises(UsageError):
        fetch(replace(CONVENTION, fetch=address), opener)


def test_addresses_of_the_models_are_https() -> None:
    assert [t.id for t in load_treaties() if t.fetch and not t.fetch.startswith("https://")] == []
    assert {t.id for t in load_treaties() if t.fetch} >= {"uncc", "budapest"}


def test_no_other_module_can_connect() -> None:
    able = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "urllib3", "aiohttp"}
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            if any(name in able or name.split(".")[0] in able for name in names):
                found.add(path.relative_to(SOURCES).as_posix())
    assert found == {"treaties/fetch.py"}
