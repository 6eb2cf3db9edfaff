"""A NumPy homework is written in NumPy: other packages are refused, by all roads."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the sandbox is made of Linux's own parts", allow_module_level=True)

import nbformat

from homework.grading.engine import Engine, Graded
from homework.grading.packages import Packages, close, open_again
from homework.grading.sandbox import sandbox
from homework.grading.sandbox.sandbox import Level, strongest
from tests import attacked
from tests.grading_toys import archive, case, cells, messages, passed
from tests.samples import ROOT

NUMPY = ("numpy", "matplotlib", "tqdm")
SENTENCE = (
    "ModuleNotFoundError: {} is not available in this assignment: "
    "its answers may import numpy, matplotlib, tqdm and what comes with Python."
)
# The way of the answer: past what says the sentence, to the files.
PAST_THE_GATE = """
from importlib.machinery import PathFinder
import sys
sys.meta_path.insert(0, PathFinder)
"""
CHILD = "import subprocess, sys"
LEVELS = [
    pytest.param(
        level,
        marks=[] if level is Level.LIMITS else pytest.mark.slow,
        id=level.name,
    )
    for level in Level
]


def grade(
    folder: Path, packages: tuple[str, ...] | None, level: Level, *sources: str
) -> Graded:
    """Grade a toy whose hidden test differentiates with autograd."""
    if level > strongest():
        pytest.skip(f"{level.name} cannot be had here")
    body = "import autograd\nassert f(3.0) == autograd.grad(lambda x: x * x)(3.0)"
    zipped = archive(folder, {"q1": [case("test_it", "f", body)]}, packages=packages)
    notebook = folder / "toy.ipynb"
    notebook.write_bytes(cells(*sources))
    with Engine(zipped, level=level) as engine:
        return engine.grade(notebook)


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_not_named_is_refused_in_words(tmp_path: Path, level: Level) -> None:
    graded = grade(
        tmp_path,
        NUMPY,
        level,
        "import torch",
        "import autograd.numpy as np",
        "def f(x):\n    from no_such_package import grad\n    return grad(x)",
    )
    assert [each["error"] for each in graded.errors] == [
        SENTENCE.format("torch"),
        SENTENCE.format("autograd"),
    ]
    assert SENTENCE.format("no_such_package") in messages(graded)["test_it"]


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_named_and_what_comes_with_python_works(
    tmp_path: Path, level: Level
) -> None:
    graded = grade(
        tmp_path,
        NUMPY,
        level,
        "import numpy as np, matplotlib.pyplot as plt, tqdm.auto",
        "import colorsys, sqlite3, ctypes, multiprocessing, unittest.mock",
        "plt.plot([1, 2]); plt.savefig('a.png')\nfrom numpy.testing import *",
        "import importlib.util\nassert importlib.util.find_spec('torch') is None",
        f"{CHILD}\nsubprocess.run([sys.executable, '-c', 'import numpy'], check=True)",
        "def f(x):\n    import mpl_toolkits.mplot3d\n    return 2 * np.float64(x)",
    )
    assert graded.errors == []
    assert passed(graded) == {"test_it": True}


@pytest.mark.slow
@pytest.mark.parametrize("level", [Level.FENCED, Level.SEALED])
def test_files_refuse_who_goes_past_the_sentence(tmp_path: Path, level: Level) -> None:
    graded = grade(tmp_path, NUMPY, level, PAST_THE_GATE + "import autograd")
    assert "PermissionError" in graded.errors[0]["error"]


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
def test_an_assignment_about_torch_has_torch(tmp_path: Path, level: Level) -> None:
    graded = grade(
        tmp_path,
        ("numpy", "torch", "safetensors"),
        level,
        "import torch, safetensors.torch, torch.utils.data",
        "w = torch.ones(1, requires_grad=True)\ntorch.optim.Adam([w]).step()",
        "def f(x):\n    return 2 * torch.tensor(x).double()",
    )
    assert graded.errors == []
    assert passed(graded) == {"test_it": True}


def test_without_the_setting_all_that_is_installed_is_there(tmp_path: Path) -> None:
    answer = "import autograd\ndef f(x):\n    return autograd.grad(lambda y: y * y)(x)"
    graded = grade(tmp_path, None, Level.LIMITS, answer)
    assert passed(graded) == {"test_it": True}


# --- a real assignment ---------------------------------------------------------

BY_AUTOGRAD = """
def dropout_backward(dout, cache):
    import {}
"""


@pytest.mark.slow
@pytest.mark.parametrize("module", ["torch", "autograd"])
@pytest.mark.parametrize("level", [Level.FENCED, Level.SEALED])
def test_an_answer_of_bn_drop_does_not_differentiate_by_machine(
    tmp_path: Path, module: str, level: Level
) -> None:
    if level > strongest():
        pytest.skip(f"{level.name} cannot be had here")
    zipped = tmp_path / "bn_drop.zip"
    with (
        zipfile.ZipFile(ROOT / "autograder" / "bn_drop.zip") as released,
        zipfile.ZipFile(zipped, "w") as written,
    ):
        for name in released.namelist():
            data = released.read(name)
            if name == "grading.json":
                data = json.dumps({**json.loads(data), "packages": NUMPY}).encode()
            written.writestr(name, data)
    solved = nbformat.read(ROOT / "solutions" / "bn_drop.ipynb", as_version=4)
    (cell,) = (c for c in solved.cells if "def dropout_backward" in c.source)
    cell.source = BY_AUTOGRAD.format(module)
    notebook = tmp_path / "bn_drop.ipynb"
    nbformat.write(solved, notebook)
    with Engine(zipped, level=level) as engine:
        graded = engine.grade(notebook)
    wrong = graded.questions["q05_dropout_backward"]
    assert wrong["score"] == 0
    assert all(SENTENCE.format(module) in row["message"] for row in wrong["tests"])
    assert graded.possible - graded.score == wrong["possible"]


@pytest.mark.slow
def test_the_roads_of_the_attack_lead_somewhere_where_files_have_no_rights() -> None:
    attack = attacked.read_attack(attacked.FOLDER / "imports_what_is_not_allowed.py")
    outcome = attacked.try_all([attack], Level.LIMITS)
    seen = attacked.visible(outcome.graded[attack.name])
    (reached,) = re.findall(r"tried 20 roads and reached \[(.*?)\]", seen)
    assert len(reached.split(", ")) >= 17, reached  # one or more need root


# --- its parts -----------------------------------------------------------------


def test_what_a_package_needs_can_be_read_and_no_other() -> None:
    packages = Packages.of(["matplotlib"])
    names = set().union(*packages.readable.values())
    assert {"matplotlib", "PIL", "kiwisolver", "numpy", "numpy.libs"} <= names
    assert {"IPython", "traitlets", "typing_extensions.py"} <= names
    assert not {"torch", "autograd", "otter", "scipy", "tqdm", "__pycache__"} & names


def test_the_graders_own_process_imports_everything_again() -> None:
    before = list(sys.meta_path)
    try:
        close(Packages.of([]))
        with pytest.raises(ModuleNotFoundError, match="may import what comes with P"):
            __import__("no_such_package")
        open_again()
        with pytest.raises(ModuleNotFoundError, match="No module named"):
            __import__("no_such_package")
    finally:
        sys.meta_path[:] = before


def test_links_lead_nowhere_that_has_no_path_of_its_own(tmp_path: Path) -> None:
    site = tmp_path / "lib" / "site"
    for name in ("numpy", "torch"):
        (site / name).mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    (tmp_path / "lib" / "torch").symlink_to(site / "torch")
    (tmp_path / "alias").symlink_to(tmp_path / "lib")
    for top in (tmp_path, tmp_path / "lib", tmp_path / "alias"):
        parts = set(sandbox._parts([top], {site: ["numpy"]}))
        assert parts - {f"{tmp_path}/bin"} == {f"{site}/numpy"}
