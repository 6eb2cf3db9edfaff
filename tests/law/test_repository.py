"""Each law finds the fault that was planted, in its file and line."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from homework.law import repository as law
from homework.law.complaints import Complaint, hold
from homework.law.tests import LAWS_OF_TESTS
from homework.questions.layout import Assignment, Repository
from homework.questions.masters import master_cells
from tests.samples import ROOT, replace, small_assignment

QUESTION = "q01_double/question.py"
TESTS = "q01_double/tests.py"
RIGHT = "q01_double/accepted/adds.py"
WRONG = "q01_double/rejected/takes_absolute_values.py"
OPINION = "q02_opinion/question.py"
WRITTEN = "q02_opinion/rejected"
SOLUTION = "    # BEGIN SOLUTION\n    return 2 * x\n    # END SOLUTION\n"
HALF_A_LIST = """\
    return [
        # BEGIN SOLUTION
        2,
        # END SOLUTION
        3
    ]
"""
HEAD = "def test_doubles_three(double: Function)"
SENTENCE = "double should make 6 of 3."


def _hide_the_name(folder: Path) -> None:
    """Let the whole function be the solution, its name included."""
    question = folder / QUESTION
    replace(question, "    # BEGIN SOLUTION\n", "")
    replace(question, "def double(x):", "# BEGIN SOLUTION\ndef double(x):")
    replace(question, "    # END SOLUTION\n", "# END SOLUTION\n")


def _ask_for_letters(folder: Path) -> None:
    letters = 'assert_choices("A", "AB", name="double")\n    x = random_cases'
    replace(folder / TESTS, "x = random_cases", letters)


@pytest.fixture
def small(tmp_path: Path) -> Assignment:
    """Return an assignment that breaks no law."""
    return small_assignment(tmp_path)


def all_complaints(assignment: Assignment) -> list[Complaint]:
    assignment = Assignment(assignment.folder)  # its questions are looked up anew
    repository = Repository(assignment.folder.parent.parent)
    return law.complaints(assignment) + law.repository_complaints(repository)


def test_a_clean_repository_breaks_no_law(small: Assignment) -> None:
    assert all_complaints(small) == []


@dataclass(frozen=True)
class Edit:
    """Replace a text; the complaint names the file, and the line of the text."""

    file: str
    old: str
    new: str
    below: int = 0  # how far below the replaced text the complaint points

    def plant(self, assignment: Assignment) -> str:
        """Make the fault; return the place that the complaint should name."""
        path = assignment.folder / self.file
        line = replace(path, self.old, self.new)
        return f"{path}:{line + self.below}"


@dataclass(frozen=True)
class Do:
    """Change the folder by other means; the complaint names the place."""

    change: Callable[[Path], object]
    where: str

    def plant(self, assignment: Assignment) -> str:
        """Make the fault; return the place that the complaint should name."""
        self.change(assignment.folder)
        return os.path.normpath(assignment.folder / self.where)


def _put(name: str, text: str = "") -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return change


def _rename(old: str, new: str) -> Callable[[Path], object]:
    return lambda folder: (folder / old).rename(folder / new)


def _remove(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


def _link_elsewhere(folder: Path) -> None:
    (folder / "checks").unlink()
    (folder / "checks").symlink_to(Path("..") / ".." / "assignments" / "checks")


def _require(line: str) -> Do:
    def change(folder: Path) -> None:
        path = folder.parent.parent / "otter_config.json"
        settings = {"requirements": ["numpy==2.4.6", line]}
        path.write_text(json.dumps(settings, indent=2), encoding="utf-8")

    return Do(change, "../../otter_config.json:4")


def _row(name: str) -> Do:
    def change(folder: Path) -> None:
        (folder.parents[1] / "homework.toml").write_text("[rows]\nK = 2\n", "utf-8")
        replace(folder / QUESTION, "K1, K2", f"K1, {name}")

    return Do(change, f"{QUESTION}:1")


def _declare(name: str, text: str) -> Do:
    return Do(_put(f"q01_double/{name}", text), f"q01_double/{name}")


def _settings_of_otter(text: str) -> Do:
    return Do(_put("../../otter_config.json", text), "../../otter_config.json:1")


def _lint(folder: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", folder.parents[1])
    replace(folder / TESTS, "import numpy as np\nfrom", "import numpy as np\n\nfrom")


def _unused(folder: Path) -> None:
    _lint(folder)
    replace(folder / TESTS, "import numpy", "import math\nimport numpy")


def _badly_spaced(folder: Path) -> None:
    _lint(folder)
    replace(folder / RIGHT, "x + x", "x+x")


def _import_in_tests(line: str, hidden: bool) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        _allow("numpy")(folder)
        before = "    x = random" if hidden else "    assert_close(double(np.array"
        replace(folder / TESTS, before, f"    {line}\n\n{before}")

    return change


def _draw(line: str, below: int = 1) -> Edit:
    """Draw the cases of the hidden test in another way."""
    call = 'x = random_cases("double").normal(size=5) - 1'
    return Edit(TESTS, call, f"{line}\n    x = cases(5) - 1", below)


def _allow(packages: str, said: str = "") -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        sentence = f"Your answers may import {said or packages} and what comes with Py"
        replace(
            folder / "intro.py",
            "# points: 8\n# %% [markdown]\n",
            f"# points: 8\n# packages: [{packages}]\n"
            f"# %% [markdown]\n# {sentence}thon.\n#\n",
        )

    return change


def _answer_with(line: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        _allow("numpy")(folder)
        replace(folder / RIGHT, "    return", f"    {line}\n    return")

    return change


def _use_references(folder: Path) -> None:
    replace(folder / TESTS, "import numpy", "import references\nimport numpy")
    replace(folder / TESTS, "np.array([3.0])", "references.three()")


def _import_in_a_test(folder: Path) -> None:
    call = "    assert_close(double(np.array([3.0]))"
    replace(folder / TESTS, call, f"    import autograd.numpy\n\n{call}")


def _plant_below(folder: Path) -> None:
    """Let a module that public tests import stand on an oracle, two steps down."""
    checks = folder.parent / "checks"
    real = checks.resolve()
    checks.unlink()
    shutil.copytree(real, checks, ignore=shutil.ignore_patterns("__pycache__"))
    text = (checks / "labels.py").read_text(encoding="utf-8")
    text = f"import references.functional\n{text}"
    (checks / "labels.py").write_text(text, encoding="utf-8")


def _tell_by_length(folder: Path) -> None:
    options = "# %% [markdown]\n# - **A** it goes\n# - **B** it stays where it was\n\n"
    mark = '# %% tags=["solution"]\n'
    replace(folder / QUESTION, mark, f'{options}{mark}moves = "B"  # SOLUTION\n')


def _remove_questions(folder: Path) -> None:
    for question in folder.glob("q0*"):
        shutil.rmtree(question)


Plant = Edit | Do

PLANTS: dict[str, list[tuple[Plant, str]]] = {
    # --- folders and files
    "_names": [
        (Do(_rename("q02_opinion", "q03_opinion"), "q03_opinion"), "its number is 03"),
        (Do(_rename("q01_double", "q02_double"), "q02_double"), "its number is 02"),
        (Do(_remove_questions, ""), "has no question"),
    ],
    "_files_of_the_assignment": [
        (Do(_put("q3_more/x.py"), "q3_more"), "is not named `qNN_noun`"),
        (Do(_put("Q04_more/x.py"), "Q04_more"), "is not named `qNN_noun`"),
        (Do(_put("notes.txt"), "notes.txt"), "is not a file that an assignment has"),
        (Do(_put("extra/a.py"), "extra"), "is not a file that an assignment has"),
    ],
    "_required_files": [
        (Do(_remove(QUESTION), "q01_double"), "has no question.py"),
        (Do(_remove(TESTS), TESTS), "is missing or empty"),
        (Do(_remove(WRONG), "q01_double/rejected"), "is missing or empty"),
        (Do(_put("q02_opinion/tests.py"), "q02_opinion/tests.py"), "belongs to an aut"),
    ],
    "_links": [
        (Do(_link_elsewhere, "checks"), "is not a symbolic link to ../checks"),
        (Do(_put("references/a.py"), "references"), "is not a symbolic link to"),
        (Do(_remove("checks"), "checks"), "is not a symbolic link to"),
    ],
    "_litter": [
        (Do(_put("q01_double/__pycache__/a.py"), "q01_double/__pycache__"), "ship"),
        (Do(_put(".ipynb_checkpoints/a.ipynb"), ".ipynb_checkpoints"), "would ship"),
        (Do(_put("q01_double/a.pyc"), "q01_double/a.pyc"), "would ship to students"),
    ],
    "_files_of_the_question": [
        (Do(_put("q01_double/b.py"), "q01_double/b.py"), "is not a file that a quest"),
        (Do(_put("q01_double/accepted/Fast.py"), "q01_double/accepted/Fast.py"), "low"),
        (Do(_put("q01_double/rejected/a.txt"), "q01_double/rejected/a.txt"), "lower_"),
    ],
    # --- settings and points
    "known_settings": [
        (Edit(QUESTION, "# rows:", "# row:"), "unknown setting 'row'"),
        (Edit("intro.py", "# points: 8", "# rows: K1"), "unknown setting 'rows'"),
        (Edit("closing.py", "# %% [m", "# points: 1\n# %% [m"), "Known here: none"),
    ],
    "packages_setting": [
        (Edit("intro.py", "s: 8\n", "s: 8\n# packages: numpy\n", 1), "as a list"),
        (Edit("intro.py", "s: 8\n", "s: 8\n# packages: [nunpy]\n", 1), "not installed"),
        (Edit("intro.py", "# points: 8", "# packages: [numpy]"), "does not tell"),
        (
            Do(_allow("numpy", said="numpy, scipy"), "intro.py:1"),
            "`Your answers may import numpy and what comes with Python.`",
        ),
    ],
    "imports": [
        (Do(_answer_with("import torch"), f"{RIGHT}:5"), "imports torch"),
        (Do(_answer_with("from scipy import signal"), f"{RIGHT}:5"), "imports scipy"),
        (Do(_allow("scikit-learn"), "intro.py:11"), "imports numpy, which answers"),
    ],
    "_student_files": [
        (Edit("intro.py", "s: 8\n", "s: 8\n# student_files: w.pt\n", 1), "as a list"),
        (
            Edit("intro.py", "s: 8\n", "s: 8\n# student_files: [a/w.pt]\n", 1),
            "a folder",
        ),
        (
            Do(_put("intro.py", "# student_files: [w.pt]\n# %%\n"), "w.pt"),
            "is missing: the solution's own",
        ),
    ],
    "imports_of_tests": [
        (Do(_import_in_tests("import seaborn", True), f"{TESTS}:16"), "will not have"),
        (
            Do(_import_in_tests("from sklearn import svm", True), f"{TESTS}:16"),
            "imports sklearn, which the grader will not have",
        ),
        (
            Do(_import_in_tests("import matplotlib.pyplot", False), f"{TESTS}:10"),
            "in a public test, and students lack it",
        ),
    ],
    "seed_of_an_assignment": [
        (Edit("intro.py", "s: 8\n", "s: 8\n# seed: ten\n", 1), "says seed: ten"),
        (Edit("intro.py", "s: 8\n", "s: 8\n# seed: -1\n", 1), "no whole number"),
    ],
    "code_style": [
        (Do(_unused, f"{TESTS}:3"), "imported but unused (F401)"),
        (Do(_badly_spaced, f"{RIGHT}:5"), "not in the form that `make lint` asks for"),
    ],
    "values_of_settings": [
        (
            Edit(QUESTION, "K1, K2", "K1\n# all_or_nothing: perhaps", 1),
            "says `all_or_nothing`, but not `true`",
        ),
        (Edit(QUESTION, "K1, K2", "K1 and K2"), "names its rows as 'K1 and K2'"),
        (Edit(QUESTION, "K1, K2", "k1"), "names its rows as 'k1'"),
        (_row("K3"), "names the row K3, which homework.toml does not list"),
        (_row("Z1"), "Add it under [rows]"),
        (Edit(OPINION, "manual: true", "manual: yes please"), "says `manual`, but not"),
        (Do(_put(QUESTION, "# points: 3\n# %%\nx = 1\n"), f"{QUESTION}:1"), "tests do"),
        (Do(_put(OPINION, "# manual: true\n# %%\n"), f"{OPINION}:1"), "points: None"),
    ],
    "written": [
        (Do(_remove("q02_opinion/rejected/denies_it.md"), WRITTEN), "holds 1 wrong"),
        (Edit(f"{WRITTEN}/denies_it.md", "0 of", "9 of"), "earns 9 of 4.5"),
    ],
    "total_points": [
        (Edit("intro.py", "# points: 8\n", ""), "give 8 points, but the assignment"),
        (
            Do(_put("intro.py", "# points: x\n# %%\n"), "intro.py:1"),
            "says points: x, which is no number",
        ),
        (Edit("intro.py", "worth 8 points", "worth 9 points", -3), "promises 9 points"),
    ],
    # --- files of cells
    "_form": [
        (Edit(QUESTION, "\n\n\n# %% tags", "\n\n# %% tags", 2), "is not in the form"),
        (Edit("intro.py", "# %%\nimport", "# %% Set-up\nimport"), "is not in the form"),
        (Do(_put("closing.py", "# %%\n    x = 1\n"), "closing.py:1"), "not survive"),
    ],
    "_cells": [
        (
            Edit("intro.py", "rng = ", "%matplotlib inline\nrng = "),
            "Do without the magic",
        ),
        (Edit(QUESTION, "return 2 * x", "return 2 *"), "is not plain Python"),
        (Do(_put("closing.py", "\n"), "closing.py:1"), "has no cells"),
    ],
    "_finished": [
        (Edit("intro.py", "Two questions", "WRITE: a promise"), "write: 'a promise"),
    ],
    "_finished_question": [
        (Edit(TESTS, "What a correct", "WRITE: what a"), "asks you to write: 'what a"),
        (Edit(WRONG, "Forgets", "WRITE: say"), "asks you to write: 'say the sign'"),
    ],
    # --- what Otter acts upon
    "otter_words": [
        (
            Edit("intro.py", "# %%\nimport", '# %% tags=["other"]\nimport'),
            "tag 'other'",
        ),
        (Edit("closing.py", "wn]", 'wn] tags=["solution"]'), "outside a question"),
        (Edit("intro.py", "rng =", "y = 1  # SOLUTION\nrng ="), "outside a solution c"),
        (Edit("closing.py", "A function.", "# # BEGIN SOLUTION", 0), "outside a solut"),
        (Edit("intro.py", "rng =", "y = 1  # IGNORE\nrng ="), "is an IGNORE line"),
        (Edit("closing.py", "## What", "# Ignore what"), "drops the whole cell"),
        (Edit("closing.py", "## What", "```otter"), "is an `otter` fence"),
    ],
    "solution_cell": [
        (
            Edit(QUESTION, SOLUTION, SOLUTION + "\n\n# %%\ny = 1\n", 5),
            "and grading runs it",
        ),
        (Do(_hide_the_name, "q01_double/question.py:13"), "students see nowhere"),
        (Edit(QUESTION, ' tags=["solution"]', "", -10), "has 0 solution code cells"),
        (Edit(OPINION, ' tags=["solution"]', "", -8), "has 0 solution markdown cells"),
        (Edit(OPINION, "# It is.", "# It is.\n\n# %%\nx = 1", 2), "should be the last"),
        (Edit(QUESTION, SOLUTION, "    return 2 * x\n", -4), "students would get all"),
        (Edit(QUESTION, "# BEGIN SOL", "#BEGIN SOL"), "reads like a marker"),
        (Edit(QUESTION, "# BEGIN SOL", "# begin sol"), "reads like a marker"),
        (Edit(QUESTION, "# END SOLUTION", "# END SOLUTION."), "reads like a marker"),
        (Edit(QUESTION, "# One line.", "# solution: one line"), "reads like a marker"),
        (Edit(QUESTION, "# One line.", "n = 1  # SEED"), "reads like a marker"),
        (Edit(QUESTION, "    # END SOLUTION\n", "", -2), "does not end"),
        (Edit(QUESTION, "    # BEGIN SOLUTION\n", "", 1), "does not begin"),
        (
            Edit(QUESTION, "    return", "    # BEGIN SOLUTION\n    return"),
            "inside the",
        ),
        (Edit(QUESTION, "return 2 * x", "return 2 * x  # SOLUTION"), "inside a block"),
        (
            Edit(QUESTION, SOLUTION, "    y = [  # SOLUTION\n        2\n    ]\n"),
            "marks one line of a longer statement",
        ),
        (
            Edit(QUESTION, "def double(x):", "def double(x):  # SOLUTION"),
            "one line of a",
        ),
        (Edit(QUESTION, SOLUTION, "    x == 1  # SOLUTION\n"), "marks a comparison"),
        (Edit(QUESTION, "    return 2 * x\n", "    x += 1\n" * 11, -1), "asks for 11"),
        (Edit(QUESTION, "# One line.", "y = x" + "[0]" * 13), "on which Otter hangs"),
        (Edit(QUESTION, SOLUTION, HALF_A_LIST, -4), "is not Python once the solution"),
    ],
    "all_or_nothing": [
        (Do(_ask_for_letters, "q01_double/question.py:1"), "how letters count"),
    ],
    "choices": [
        (Do(_tell_by_length, f"{QUESTION}:13"), "longer than all others"),
    ],
    # --- tests
    "_tests_module": [
        (Edit(TESTS, "import numpy as np", "from numpy import *"), "imports by star"),
        (Edit(TESTS, "import numpy as np", "import pytest"), "escape Otter"),
        (Edit(TESTS, "import numpy as np", "from . import a"), "relatively"),
        (Edit(TESTS, "import numpy as np", "LIMIT = 3"), "neither an import nor a te"),
        (Edit(TESTS, "import numpy as np", "def help(): ..."), "neither an import nor"),
        (Edit(TESTS, '"""What a correct `double` must do."""\n', ""), "no docstring"),
    ],
    "_tests": [
        (Edit(TESTS, "test_doubles_whatever_comes", "test_doubles_three"), "2 tests"),
        (Edit(TESTS, "@public(", "@hidden(", -6), "has no public test"),
    ],
    "_label": [
        (Edit(TESTS, "@public(points=1)\n", "", 0), "not exactly one label"),
        (Edit(TESTS, "@public(points=1)", "@public(points=1)\n@cache", 2), "one label"),
        (Edit(TESTS, "@public(points=1)", "@public(points=0)", 1), "is worth 0 points"),
        (Edit(TESTS, "@public(points=1)", "@public(1)", 1), "does not say its points"),
    ],
    "_test_name": [
        (Edit(TESTS, "test_doubles_three", "test_3"), "test_3 is not named"),
        (Edit(TESTS, "test_doubles_three", "test_Big"), "test_Big is not named"),
    ],
    "_parameters": [
        (Edit(TESTS, HEAD, HEAD.replace(": Function", "")), "what 'double' is"),
        (Edit(TESTS, HEAD, HEAD.replace("Function", "Notebook")), "what 'double' is"),
        (Edit(TESTS, HEAD, HEAD.replace("double:", "env:")), "what 'env' is"),
        (Edit(TESTS, HEAD, HEAD.replace("Function", "Function = 1")), "nothing else"),
        (Edit(TESTS, HEAD, "def test_doubles_three()"), "nothing else"),
        (Edit(TESTS, HEAD, "def test_doubles_three(*, double: object)"), "nothing els"),
    ],
    "_sentence": [
        (Edit(TESTS, f'    """{SENTENCE}"""\n', "", -1), "has no docstring"),
        (Edit(TESTS, SENTENCE, "double should\n    be."), "is not one line"),
        (Edit(TESTS, SENTENCE, " double should be."), "is not one line"),
        (Edit(TESTS, SENTENCE, "double should be"), "full stop"),
        (Edit(TESTS, SENTENCE, "double is right."), "does not say `should`"),
        (Edit(TESTS, SENTENCE, 'double should be "2".'), "breaks Otter's test file"),
        (Edit(TESTS, f'"""{SENTENCE}', 'r"""double should \\d.'), "holds a backslash"),
        (Edit(TESTS, SENTENCE, "'double' should be 'x.'"), "which Otter cuts off"),
    ],
    "_hidden_comment": [
        (Edit(TESTS, "@public(", "# hidden units\n@public("), "the word `hidden`"),
        (
            Edit(
                TESTS,
                f'    """{SENTENCE}"""\n',
                f'    """{SENTENCE}"""\n    # Hidden\n',
                1,
            ),
            "the word `hidden`",
        ),
    ],
    # --- what students receive
    "oracles": [
        (Do(_use_references, f"{TESTS}:3"), "students lack it"),
        (Do(_import_in_a_test, f"{TESTS}:10"), "imports `autograd`"),
        (
            Edit("intro.py", "import numpy as np", "from references import x"),
            "imports `references`",
        ),
        (Do(_plant_below, "../checks/labels.py:1"), f"{TESTS}:4 imports it"),
    ],
    "_known_parameters": [
        (
            Edit(TESTS, HEAD, HEAD.replace("double:", "duoble:")),
            "no cell up to the check sets. Did you mean `double`?",
        ),
        (Edit(TESTS, HEAD, HEAD.replace("double:", "four:")), "asks for `four`"),
    ],
    "_seeded": [
        (
            Edit(TESTS, 'random_cases("double")', "np.random.default_rng()"),
            "draws from `numpy.random.default_rng`, which nobody seeds",
        ),
        (
            Edit(TESTS, 'random_cases("double").normal', "np.random.normal"),
            "draws from `numpy.random.normal`",
        ),
        (
            Edit(TESTS, 'random_cases("double")', "np.random.default_rng(None)"),
            "draws from `numpy.random.default_rng`",
        ),
        (
            _draw("from numpy.random import normal as cases  # noqa\n    cases()"),
            "draws from `numpy.random.normal`",
        ),
        (_draw("import torch\n    cases = torch.rand(5)"), "draws from `torch.rand`"),
        (_draw("import secrets; secrets.randbits(3)", 0), "from `secrets.randbits`"),
    ],
    # --- answers
    "_answers": [
        (Edit(WRONG, '"""Forgets the sign."""\n\n', ""), "has no docstring"),
        (Edit(WRONG, "test_doubles_whatever_comes", "test_other"), "(test_other)"),
        (
            Edit(WRONG, "CAUGHT_BY", "CAUGHT", -2),
            "does not name a test that catches it",
        ),
        (
            Edit(RIGHT, "\n\n\n", '\n\nHINT = "no"\n\n\n'),
            "is a right answer, but names",
        ),
    ],
    "_declared": [
        (_declare("stands_on.toml", "x = "), "is not TOML"),
        (_declare("stands_on.toml", 'q02_opinion = ""'), "does not give its reasons"),
        (_declare("equivalent.toml", "x = 3"), "holds more than mutants"),
        (_declare("equivalent.toml", "[[mutant]]\nbefore = 'x'"), "the keys before"),
    ],
    # --- requirements
    "_requirements": [
        (_settings_of_otter("[]"), "is not settings with a list of requirements"),
        (_settings_of_otter('{"requirements": 3}'), "with a list of requirements"),
        (_require("torch==2.13.0"), "pulls gigabytes of CUDA"),
        (_require("nvidia-cublas==1.0"), "is CUDA"),
        (_require("triton==3.0"), "is CUDA"),
        (_require("scipy"), "is not pinned"),
        (_require("scipy>=1.0"), "is not pinned"),
    ],
}


def test_every_law_has_a_fault_that_shows_it() -> None:
    laws = [
        *law.LAWS_OF_ASSIGNMENTS,
        *law.LAWS_OF_CELL_FILES,
        *law.LAWS_OF_QUESTIONS,
        *law.LAWS_OF_REPOSITORIES,
        *LAWS_OF_TESTS,
    ]
    assert {each.__name__ for each in laws} == set(PLANTS)


@pytest.mark.parametrize(
    ("plant", "problem"),
    [
        pytest.param(plant, problem, id=f"{name}-{number}")
        for name, plants in PLANTS.items()
        for number, (plant, problem) in enumerate(plants)
    ],
)
def test_a_fault_is_named_with_file_and_line(
    small: Assignment, plant: Plant, problem: str
) -> None:
    where = plant.plant(small)
    found = all_complaints(small)
    assert any(
        complaint.where == where and problem in complaint.problem + complaint.remedy
        for complaint in found
    ), (where, found)


def test_a_name_with_capitals_is_refused(small: Assignment) -> None:
    folder = small.folder.rename(small.folder.with_name("Small"))
    (complaint,) = law.complaints(Assignment(folder))
    assert complaint.where == str(folder)
    assert "lower_case" in complaint.problem


def test_plain_options_and_pins_are_lawful(small: Assignment) -> None:
    for line in ("--extra-index-url https://x.org/cpu", "torch==2.13.0+cpu", "a[b]==1"):
        _require(line).plant(small)
        assert all_complaints(small) == []


def test_an_assignment_may_name_files_that_students_make(small: Assignment) -> None:
    replace(small.intro, "s: 8\n", "s: 8\n# student_files: [w.pt, w.json]\n")
    for name in ("w.pt", "w.json"):
        _put(name, "weights")(small.folder)
    assert all_complaints(small) == []
    (config, *_) = master_cells(small)
    assert config.source.splitlines()[-3:] == ["student_files:", "- w.pt", "- w.json"]


def test_an_assignment_may_name_what_its_answers_import(small: Assignment) -> None:
    _allow("numpy, scikit-learn")(small.folder)
    line = "    import math, sklearn.svm; from checks import answers"
    replace(small.folder / RIGHT, "    return", f"{line}\n    return")
    assert all_complaints(small) == []


def test_settings_that_are_no_json_are_named(small: Assignment) -> None:
    _put("../../otter_config.json", "{")(small.folder)
    (complaint,) = law.repository_complaints(Repository(small.folder.parent.parent))
    assert "is not JSON" in complaint.problem


def test_the_shared_last_cells_are_held_against_the_law(small: Assignment) -> None:
    _put("../hand_in.py", "# %% Hand in\nx = 1  # SOLUTION\n")(small.folder)
    found = law.repository_complaints(Repository(small.folder.parent.parent))
    assert [complaint.where.rpartition("/")[2] for complaint in found] == [
        "hand_in.py:1",
        "hand_in.py:2",
    ]


def test_one_line_solutions_are_lawful(small: Assignment) -> None:
    replace(small.questions[0].source, SOLUTION, "    return 2 * x  # SOLUTION\n")
    assert all_complaints(small) == []


def test_comments_do_not_count_as_lines_of_a_hole(small: Assignment) -> None:
    long = "    # why\n\n" * 11 + "    return 2 * x\n"
    replace(small.questions[0].source, "    return 2 * x\n", long)
    assert all_complaints(small) == []


def test_fixing_rewrites_what_is_not_in_form(small: Assignment) -> None:
    _put("closing.py", "# %% [markdown]\n\n# Text.\n\n\n")(small.folder)
    assert law.rewrite(small) == [small.closing]
    assert small.closing.read_text(encoding="utf-8") == "# %% [markdown]\n# Text.\n"
    assert law.rewrite(small) == []
    assert all_complaints(small) == []


def test_draws_that_are_seeded_are_lawful(small: Assignment) -> None:
    path = small.folder / TESTS
    seeded = 'random_cases("double").normal'
    for line in ("np.random.seed(3)", "np.random.default_rng(seed=3)"):
        call = (
            "np.random.normal" if ".seed(" in line else "np.random.default_rng(3).nor"
        )
        call = call if call.endswith("mal") else f"{call}mal"
        text = path.read_text(encoding="utf-8")
        replace(path, f"    x = {seeded}", f"    {line}\n    x = {call}")
        assert all_complaints(small) == []
        path.write_text(text, encoding="utf-8")


def test_a_law_that_stumbles_is_a_complaint_and_no_traceback(
    small: Assignment,
) -> None:
    def stumbles(_: Assignment) -> Iterator[Complaint]:
        yield Complaint("here", "is wrong.", "Mend it.")
        raise TypeError("a list where a number should be")

    found = hold(stumbles, small)
    assert [each.where for each in found] == ["here", str(small.folder)]
    assert "TypeError: a list where a number should be" in found[1].problem
