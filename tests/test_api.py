"""The public functions join into the same comparison that the command line makes."""

from pathlib import Path

import pytest

import uncc_diff

BILL = Path(__file__).resolve().parents[1] / "examples" / "arvena-cybercrime-bill-2026.txt"


def test_stages_can_be_called_one_by_one() -> None:
    law = uncc_diff.parse(uncc_diff.read(BILL))
    reading = uncc_diff.annotate(law)
    assert reading.roles["part_II__clause_4"].name == "offence"
    assert uncc_diff.compare([BILL]).law.by_id["part_II__clause_4"].heading == law.by_id["part_II__clause_4"].heading


def test_every_public_name_exists() -> None:
    assert all(getattr(uncc_diff, name) for name in uncc_diff.__all__)
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        uncc_diff.nothing_of_ours  # noqa: B018
