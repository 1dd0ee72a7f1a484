"""Sections that list several offences, each under a title of its own: then each of them is judged for itself."""

from __future__ import annotations

import re

from ..model.law import Law, Provision

FEWEST = 3
"""Titled items that make a section a catalogue; one or two titles may as well be explanations or provisos."""
_TITLE = re.compile(r"[^\W\d_][^.;:]{2,90}\.\s?[—–\-\N{REPLACEMENT CHARACTER}]{1,2}\s")
"""A run-in title at the beginning of an item: a few words, full stop, dash."""


def titled(provision: Provision) -> bool:
    """Has the provision a heading, or does its text open with a run-in title?"""
    return bool(provision.heading) or _TITLE.match(provision.text) is not None


def is_catalogue(section: str, law: Law) -> bool:
    """Does the section hold at least three titled items?"""
    count = 0
    for provision in law.walk(section):
        count += provision.id != section and titled(provision)
        if count >= FEWEST:
            return True
    return False
