"""The checklist of what practitioners look for in a cybercrime law, A1 to H8; rules say which of them they answer."""

from __future__ import annotations

LENGTHS = {"A": 9, "B": 31, "C": 15, "D": 21, "E": 19, "F": 24, "G": 14, "H": 8}
"""Definitions, criminalization, powers, safeguards, cooperation, human rights, drafting, institutions."""

INDICATORS: frozenset[str] = frozenset(f"{part}{n}" for part, length in LENGTHS.items() for n in range(1, length + 1))
