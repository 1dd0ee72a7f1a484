"""The wheel holds the whole package and every rule and treaty file of the tree, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = {"src/uncc_diff": "uncc_diff", "rules": "uncc_diff/_data/rules", "corpora": "uncc_diff/_data/corpora"}


def tracked() -> set[str]:
    """Return the tracked files that must be shipped, by their path in the wheel."""
    listing = subprocess.run(["git", "ls-files", "-z", *SHIPPED], cwd=ROOT, capture_output=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout, so there is no list of files to compare the wheel with")
    names = [name for name in listing.stdout.decode("utf-8").split("\0") if name and (ROOT / name).exists()]
    return {
        name.replace(folder, target, 1)
        for name in names
        for folder, target in SHIPPED.items()
        if name.startswith(folder + "/")
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    out = tmp_path_factory.mktemp("dist")
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = out.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_every_tracked_file_is_in_the_wheel(wheel: set[str]) -> None:
    assert tracked() - wheel == set()


def test_nothing_untracked_is_in_the_wheel(wheel: set[str]) -> None:
    assert wheel - tracked() == set()


def test_data_is_found_where_it_is_installed() -> None:
    from uncc_diff.data import CORPORA, GRAMMAR, LEXICON, PROFILES

    assert (CORPORA / "uncc" / "treaty.yaml").is_file()
    assert (LEXICON / "en").is_dir()
    assert (GRAMMAR / "en.yaml").is_file()
    assert (PROFILES / "default.yaml").is_file()
