"""What installed packages need, and which files and modules are theirs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import distribution, distributions
from pathlib import Path

import pytest

from homework.base.packages import (
    entries,
    in_words,
    modules,
    needed,
    places,
    plain,
    wishes,
)


def write(site: Path, name: str, requires: str = "", files: str = "") -> None:
    """Install a package that is nothing but its description."""
    folder = site / f"{name}-1.0.dist-info"
    folder.mkdir(parents=True)
    text = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{requires}\n\nLong."
    (folder / "METADATA").write_text(text, encoding="utf-8")
    (folder / "RECORD").write_text(files, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that packages are found in."""
    sys.path.insert(0, str(tmp_path))
    yield tmp_path
    sys.path.remove(str(tmp_path))


def test_needs_are_followed_to_the_end_with_the_extras_that_are_asked_for(
    site: Path,
) -> None:
    wishes = 'Requires-Dist: zz_b[fast]>=1\nRequires-Dist: zz-x; extra == "docs"'
    write(site, "zz_a", wishes)
    fast = 'Requires-Dist: zz_c; extra == "fast"\nRequires-Dist: zz-a'
    write(site, "zz_b", f'{fast}\nRequires-Dist: zz_x; python_version < "3"')
    write(site, "zz_c", "Requires-Dist: zz_is_not_installed")
    write(site, "zz_x")
    found = {package.metadata["Name"] for package in needed(["ZZ.a"])}
    assert found == {"zz_a", "zz_b", "zz_c"}


def test_what_a_package_brings_is_what_its_record_says(site: Path) -> None:
    files = (
        "zz/__init__.py,sha256=x,1\nzz/a.py,,\nzz.libs/b.so,,\n_zz.cpython-311.so,,\n"
        "../../../bin/zz,,\n__pycache__/one.cpython-311.pyc,,\none.py,,\n"
        "zz_a-1.0.dist-info/RECORD,,\n"
    )
    write(site, "zz_a", files=files)
    package = distribution("zz_a")
    names = {"zz", "zz.libs", "_zz.cpython-311.so", "one.py", "zz_a-1.0.dist-info"}
    assert set(entries(package)) == {site / name for name in names}
    assert modules(package) == ["_zz", "one", "zz"]


def test_what_packages_wish_for_is_what_python_reads() -> None:
    for package in distributions():
        assert list(wishes(package)) == list(package.requires or ())


def test_this_interpreters_packages_are_in_one_of_the_places() -> None:
    assert Path(str(distribution("numpy").locate_file(""))) in places()
    assert all(place.is_dir() for place in places())


def test_names_have_one_form() -> None:
    assert plain("Python_Dateutil") == plain("python.dateutil") == "python-dateutil"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], "what comes with Python"),
        (["numpy"], "numpy and what comes with Python"),
        (["numpy", "tqdm"], "numpy, tqdm and what comes with Python"),
    ],
)
def test_what_can_be_imported_is_said_in_words(names: list[str], words: str) -> None:
    assert in_words(names) == words
