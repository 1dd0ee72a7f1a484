"""What `uncc-diff init` writes."""

from __future__ import annotations

from collections.abc import Sequence

_CONFIG = """\
# Settings of uncc-diff for the laws in this folder and below. An option on the command line stands above them.
profile: default          # a named choice of rules; `uncc-diff rules list` shows them all
against: [uncc, budapest] # treaties; `uncc-diff treaty list` shows them all
fail_on: high             # note, low, medium, high, critical or never
# baseline: uncc-diff-baseline.yaml
# severities:
#   expression/insult: critical
# suppressions:
#   - rule: expression/insult
#     provision: "14(2)"
#     reason: The committee deletes this clause.
"""

_WORKFLOW = """\
name: uncc-diff
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install uncc-diff
      - name: Findings at their lines
        run: uncc-diff check {laws} --format github
      - name: Findings for code scanning
        if: always()
        run: uncc-diff check {laws} --format sarif --output uncc-diff.sarif --fail-on never
      - uses: github/codeql-action/upload-sarif@v3
        if: always()
        with:
          sarif_file: uncc-diff.sarif
"""


def config_text() -> str:
    """Return the settings to start from."""
    return _CONFIG


def workflow_text(laws: Sequence[str]) -> str:
    """Return a GitHub workflow that checks these bills, named as plain words or patterns."""
    return _WORKFLOW.format(laws=" ".join(laws))
