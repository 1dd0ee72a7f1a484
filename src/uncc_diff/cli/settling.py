"""What holds for a run: an option stands above the project's settings, and these above the defaults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import options

if TYPE_CHECKING:
    from ..baseline import Baseline
    from ..config import Config
    from ..model.comparison import Comparison

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Choices:
    """The options that settings can give too, as given; None where not."""

    config: Path | None = None
    against: list[str] | None = None
    profile: str | None = None
    rules: list[Path] | None = None
    party: Path | None = None
    baseline: Path | None = None
    fail_on: str | None = None
    fails_by_default: str = "never"


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds: nothing in it is left open."""

    against: tuple[str, ...]
    profile: str
    rules: tuple[Path, ...]
    party: Path | None
    threshold: str | None
    """Severity that fails, None for never."""
    baseline: Baseline | None
    baseline_file: Path | None
    config: Config

    def compare(
        self,
        paths: Sequence[Path],
        *,
        language: str | None,
        law: str | None,
        progress: Progress | None,
        with_baseline: bool = True,
    ) -> Comparison:
        """Return the comparison of the law in these files under these settings. Raises as `pipeline.compare` does."""
        from .. import pipeline

        names = [path.name for path in paths]
        return pipeline.compare(
            paths,
            against=self.against,
            profile=self.profile,
            rules=self.rules,
            packs=self.config.packs,
            severities=self.config.severities,
            party=self.party,
            review=self.config.review(*names),
            known=self.baseline.of(names[0]) if self.baseline and with_baseline else (),
            language=language,
            law=law,
            progress=progress,
        )


def settle(first: Path, choices: Choices, *, use_baseline: bool = True) -> Settled:
    """Return what holds for a run whose first law is this file. Raises ConfigError and UsageError for wrong settings."""
    from .. import pipeline
    from ..baseline import load_baseline
    from ..config import find_config, load_config

    options.threshold(choices.fail_on or "never")
    # Standard input lies nowhere, so the settings are those of the folder that the command runs in.
    start = Path.cwd() if first == Path("-") else first
    config = load_config(choices.config) if choices.config else find_config(start)
    against = options.treaty_ids(choices.against, config.against or pipeline.DEFAULT_TREATIES)
    file = choices.baseline or config.baseline
    return Settled(
        against=against,
        profile=choices.profile or config.profile or "default",
        rules=(*config.rules, *(choices.rules or ())),
        party=choices.party or config.party,
        threshold=options.threshold(choices.fail_on or config.fail_on or choices.fails_by_default),
        baseline=load_baseline(file) if file and use_baseline else None,
        baseline_file=file,
        config=config,
    )
