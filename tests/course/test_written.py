"""Written answers become a PDF: one page a question, the same bytes every time."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from pypdf import PdfReader

from checks.written import save_written_answers, shown, written_questions
from homework.questions.cells import Cell, to_notebook
from tests.toys import write_notebook

MARKDOWN = "markdown"
BEGIN, END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"


def notebook(folder: Path, *answers: str) -> Path:
    """Write a notebook with one written question for each answer."""
    cells = [Cell(MARKDOWN, "# Title")]
    for number, answer in enumerate(answers, start=1):
        prompt = f"{BEGIN}\n\n## Question {number}\n\nWhy is {number} right?"
        cells += [Cell(MARKDOWN, prompt), Cell(MARKDOWN, answer)]
        cells.append(Cell(MARKDOWN, END))
    cells.append(Cell("code", "print(1)"))
    path = folder / "small.ipynb"
    write_notebook(path, to_notebook(cells))
    return path


def test_reads_prompt_and_answer(tmp_path: Path) -> None:
    path = notebook(tmp_path, "Because.\n\nTwo paragraphs.")
    (question,) = written_questions(path)
    assert question.heading == "Question 1"
    assert question.prompt == "Why is 1 right?"
    assert question.answer == "Because.\n\nTwo paragraphs."


@pytest.mark.parametrize(
    "answer",
    ["short", "", "word " * 3000, "no spaces" * 900, "$\\frac{1}{2}$ costs $5", "$$"],
)
def test_one_page_a_question_whatever_the_answer(tmp_path: Path, answer: str) -> None:
    target = save_written_answers(notebook(tmp_path, answer, "second"))
    assert target is not None
    assert len(PdfReader(target).pages) == 2


@given(st.text(alphabet="$\\_^{}()% aé12\u03bc"))
def test_every_formula_is_drawn_or_shown(text: str) -> None:
    page, drawn = Figure(figsize=(1, 1)), BytesIO()
    page.text(0, 0, shown(text))
    page.savefig(drawn, format="svg")
    assert drawn.tell() > 0


def test_the_same_answers_give_the_same_bytes(tmp_path: Path) -> None:
    path = notebook(tmp_path, "Because $x^2$.")
    first = save_written_answers(path)
    assert first is not None
    before = first.read_bytes()
    save_written_answers(path)
    assert first.read_bytes() == before


def test_a_notebook_without_written_questions_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert save_written_answers(notebook(tmp_path)) is None
    assert "no written questions" in capsys.readouterr().out


def test_two_notebooks_need_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.ipynb").touch()
    (tmp_path / "b.ipynb").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"a\.ipynb, b\.ipynb"):
        save_written_answers()
