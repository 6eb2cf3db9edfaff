"""The countable rules of style, and where they must stay silent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from homework.law import style
from homework.law.style import count_words, style_complaints
from homework.questions.cells import Cell, CellFile, write_cells
from homework.questions.layout import Assignment, Repository
from tests.samples import ROOT, replace, small_assignment

QUESTION = "q01_double/question.py"
SENTENCE = "# Write `double(x)`, so that $y = 2x$."


@pytest.fixture
def small(tmp_path: Path) -> Assignment:
    """Return an assignment of good style."""
    return small_assignment(tmp_path)


def test_a_clean_assignment_is_of_good_style(small: Assignment) -> None:
    assert style_complaints(small) == []


def _one_complaint(assignment: Assignment) -> str:
    (complaint,) = style_complaints(assignment)
    where = complaint.where.removeprefix(f"{assignment.folder}/")
    return f"{where}: {complaint.problem} {complaint.remedy}"


# Text that replaces another, and what is said of it: the place, then the fault.
FAULTS: dict[str, list[tuple[str, str, str, str]]] = {
    "_opening": [
        ("intro.py", "# # Small", "# ## Small", "intro.py:2: does not open with a t"),
        ("intro.py", "\nrng =", "\n# %%\nrng =", "intro.py:10: has 2 set-up cells"),
        ("intro.py", "# %%\nim", '# %% tags=["otter_ignore"]\nim', "intro.py:7: has 1"),
    ],
    "_points_by_hand": [
        (QUESTION, "1 · Double", "1 · Double (2 points: 2 here)", "says its points"),
    ],
    "_length_of_text": [
        ("closing.py", "A function.", "word " * 151, "closing.py:1: has 154 words"),
    ],
    "_one_sentence_a_line": [
        (QUESTION, SENTENCE, "# One. Two.", f"{QUESTION}:5: has a second sentence"),
        (QUESTION, SENTENCE, "# One? **Two.**", "has a second sentence after 'One?'"),
        (QUESTION, SENTENCE, "# (One.) Two.", "has a second sentence after '(One.)'"),
        (QUESTION, SENTENCE, "# - $x$. Two.", "has a second sentence after 'word.'"),
    ],
    "_banned_words": [
        (QUESTION, SENTENCE, "# It is just 2.", f"{QUESTION}:5: says 'just'"),
        (QUESTION, SENTENCE, "# Obviously 2.", f"{QUESTION}:5: says 'Obviously'"),
        ("q01_double/tests.py", "make 6", "simply make 6", "tests.py:9: says 'simply'"),
    ],
    "_formulas": [
        (
            QUESTION,
            SENTENCE,
            "# Look:\n#\n# $$a = 1, \\qquad b = 2$$",
            f"{QUESTION}:7: shows 2 formulas",
        ),
    ],
    "_pictures": [
        (QUESTION, SENTENCE, "# ![a](figures/a.svg)", "figures/a.svg, which does not"),
        (QUESTION, SENTENCE, "# ![a](https://x.org/a.png)", "students do not receive"),
        (QUESTION, SENTENCE, "# ![a](attachment:a.png)", "students do not receive"),
        (QUESTION, SENTENCE, "# ![](figures/here.png)", "without a text for readers"),
        (QUESTION, SENTENCE, '# <img src="figures/here.png">', "without a text for re"),
    ],
    "_plots": [
        ("intro.py", "rng =", "plot_curves({})\nrng =", "draws by plot_curves, and"),
        ("intro.py", "rng =", "for a in b:\n    a.imshow(0)\nrng =", "by imshow"),
    ],
    "_length_of_code": [
        (
            "closing.py",
            "# A function.",
            "\n# %%\n" + "x = 1\n" * 21,
            ":5: gives a cell of 21",
        ),
        (
            "intro.py",
            "rng = ",
            "long_name = " + "1 + " * 20 + "1\nrng = ",
            "93 columns",
        ),
    ],
    "_environment": [
        (
            "intro.py",
            "rng =",
            "import sys; sys.path.append('.')\nrng =",
            "edits sys.pa",
        ),
        (
            "intro.py",
            "rng =",
            "from math import *\nrng =",
            "intro.py:10: imports by st",
        ),
        ("intro.py", "rng =", "%pip install torch\nrng =", "installs a package"),
        ("intro.py", "rng =", "!pip install torch\nrng =", "installs a package"),
        ("intro.py", "rng =", "drive.mount('/content')\nrng =", "mounts a drive"),
    ],
}


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param(*fault, id=f"{rule}-{number}")
        for rule, faults in FAULTS.items()
        for number, fault in enumerate(faults)
    ],
)
def test_a_fault_is_named_with_file_and_line(
    small: Assignment, file: str, old: str, new: str, expected: str
) -> None:
    figures = small.folder / "figures"
    figures.mkdir()
    (figures / "here.png").touch()
    replace(small.folder / file, old, new)
    assert expected in _one_complaint(small)


def _draw_without_a_script(small: Assignment) -> None:
    (small.folder / "figures").mkdir()
    (small.folder / "figures" / "a.svg").touch()


def _bind_again(small: Assignment) -> None:
    source = small.questions[1].source
    replace(
        source, "# %% [markdown] tags", "# %%\ndouble, y = 1, 2\n\n# %% [markdown] tags"
    )


OTHER_FAULTS: dict[str, tuple[Callable[[Assignment], None], str]] = {
    "_drawings": (_draw_without_a_script, "figures/a.svg: is a drawing without the"),
    "_rebinding": (_bind_again, "question.py:10: binds `double` again, which q01_dou"),
}


@pytest.mark.parametrize(("plant", "expected"), OTHER_FAULTS.values())
def test_a_fault_of_the_folder_is_named(
    small: Assignment, plant: Callable[[Assignment], None], expected: str
) -> None:
    plant(small)
    assert expected in _one_complaint(small)


def test_every_rule_has_a_fault_that_shows_it() -> None:
    names = {rule.__name__ for rule in style.RULES}
    assert names == {*FAULTS, *OTHER_FAULTS}


@pytest.mark.parametrize(
    "line",
    [
        "See e.g. Goodfellow et al. The text says so",
        "1. Which one?",
        "- (a) One sentence.",
        "A. Karpathy, cf. Section 2, Fig. A, vs. B",
        "It waits ... And goes on.",
        "`One. Two.` and $a. B$ are no sentences.",
        "| One. Two. | Three. Four. |",
        "## One. Two.",
        "Version 2.13.0 of PyTorch and 3.5 GB.",
        "A [link](https://x.org/A. B) to a page.",
        "![One. Two.](figures/here.png)",
        "Is it Bob's? no.",
    ],
)
def test_no_false_alarm_about_sentences(small: Assignment, line: str) -> None:
    (small.folder / "figures").mkdir()
    (small.folder / "figures" / "here.png").touch()
    replace(small.questions[0].source, SENTENCE, f"# {line}")
    assert style_complaints(small) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("One, two and three.", 4),
        ("$$\\frac{a}{b} + c$$", 0),
        ("An inline $a + b + c$ formula", 4),
        ("Call `f(x, y, z)` now", 3),
        ("```python\nx = 1\ny = 2\n```\nafter", 1),
        ("![a picture of words](figures/a.svg)", 0),
        ("a [link of words](https://x.org)", 4),
        ("## A title · with a dot", 5),
        ("- one\n- two\n1. three", 3),
        ("| a | b |\n|---|---|\n| c | d |", 4),
        ("<br> line <!-- a comment --> ends", 2),
    ],
)
def test_words_are_counted_as_readers_meet_them(source: str, words: int) -> None:
    assert count_words(source) == words


def test_one_long_cell_is_allowed_and_a_second_is_not(small: Assignment) -> None:
    cells = [Cell("markdown", " ".join(["word"] * count)) for count in (140, 100)]
    small.closing.write_text(write_cells(CellFile("", (cells[0],))), encoding="utf-8")
    assert style_complaints(small) == []
    small.closing.write_text(write_cells(CellFile("", tuple(cells))), encoding="utf-8")
    assert "has 100 words" in _one_complaint(small)


@pytest.mark.parametrize(
    "lawful",
    [
        'plot_curves({})\nprint("flat")\n',
        "def draw(a):\n    a.imshow(0)\n\n\n",
    ],
)
def test_a_plot_with_words_beside_it_is_lawful(small: Assignment, lawful: str) -> None:
    replace(small.intro, "rng =", f"{lawful}rng =")
    assert style_complaints(small) == []


def test_no_plot_of_the_course_is_without_words() -> None:
    for assignment in Repository(ROOT).assignments():
        assert list(style._plots(assignment)) == []


def test_plots_may_use_their_names_again(small: Assignment) -> None:
    plot = '# %% tags=["otter_ignore"]\nfigure = 1\n'
    small.questions[0].after.write_text(plot, encoding="utf-8")
    source = small.questions[1].source
    replace(source, "# %% [markdown] tags", f"{plot}\n# %% [markdown] tags")
    assert style_complaints(small) == []
