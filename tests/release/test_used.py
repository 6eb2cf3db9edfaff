"""Students get of the modules that check their work what they use, and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from homework.release.used import without_unused

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(path for path in (ROOT / "student").iterdir() if path.is_dir())
HELPERS = """\
from __future__ import annotations

import math
from functools import cache, partial
from checks.truths import truth

TABLE = {"by_name": 1}


@cache
def used(x):
    return inner(x) * math.pi


def inner(x):
    return x


def only_hidden_tests_use(x):
    return partial(truth, x)


def by_name():
    return TABLE
"""


def test_a_definition_that_nothing_names_goes_with_what_it_alone_needs() -> None:
    modules = {
        "checks/__init__.py": "from checks.helpers import used, inner as also\n",
        "checks/helpers.py": HELPERS,
        "checks/truths.py": "def truth():\n    return 42\n",
    }
    code = ["%matplotlib inline\nnot Python", "from checks import used\nused(1)"]
    found = without_unused(modules, [*code, 'getattr(helpers, "by_name")'])
    assert found["checks/__init__.py"] == "from checks.helpers import used\n"
    assert "checks/truths.py" not in found
    helpers = found["checks/helpers.py"]
    assert "hidden" not in helpers
    assert "partial" not in helpers
    assert "@cache\ndef used" in helpers
    assert "def inner" in helpers
    assert "TABLE" in helpers
    assert "by_name()" in helpers


def test_what_is_used_stays_as_it_is() -> None:
    modules = {"checks/one.py": "def one():\n    return two\n\n\ntwo = 2\n"}
    assert without_unused(modules, ["from checks.one import one"]) == modules


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_module_of_a_release_lacks_a_name(folder: Path) -> None:
    ruff: list[str | Path] = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--select",
        "F82",
    ]
    command = [*ruff, folder / "checks"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_release_holds_no_definition_that_nothing_names(folder: Path) -> None:
    files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*.py")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    checks = {name: text for name, text in texts.items() if name.startswith("checks/")}
    notebook = nbformat.read(folder / f"{folder.name}.ipynb", as_version=4)
    others = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    others += [text for name, text in texts.items() if name not in checks]
    assert without_unused(checks, others) == checks
