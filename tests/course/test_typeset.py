"""Written answers become a PDF: one page a question, set as a person would."""

from __future__ import annotations

import base64
import json
import sys
import zlib
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from checks.handing_in import ANSWER, PLACEHOLDER
from checks.typeset import PACKAGES, Pictures, as_photo, paired_bars, to_typst
from checks.written import save_written_answers, written_questions
from homework.questions.layout import Repository
from homework.questions.masters import master_cells
from tests.samples import ROOT, on_one_line, replace, small_repository

BEGIN, END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"


def markdown(source: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": source, "metadata": {}, **more}


def answer(source: str, **more: Any) -> dict[str, Any]:
    return {**markdown(source, **more), "metadata": {"tags": [ANSWER]}}


def notebook(folder: Path, *answers: str | list[dict[str, Any]]) -> Path:
    """Write a notebook with one written question for each answer."""
    cells = [markdown("# Title")]
    for number, given_ in enumerate(answers, start=1):
        prompt = f"{BEGIN}\n\n## Question {number}\n\nWhy is {number} right?"
        cells.append(markdown(prompt))
        cells += [answer(given_)] if isinstance(given_, str) else given_
        cells.append(markdown(END))
    cells.append({**markdown("print(1)"), "cell_type": "code"})
    path = folder / "small.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return path


def pages(path: Path | None) -> list[str]:
    """Read the words of each page."""
    assert path is not None
    return [page.extract_text() for page in PdfReader(path).pages]


def picture(colour: str = "red", size: tuple[int, int] = (60, 40)) -> bytes:
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, "PNG")
    return made.getvalue()


def drawn(path: Path | None) -> int:
    """Count the pictures of a PDF."""
    assert path is not None
    return sum(len(page.images) for page in PdfReader(path).pages)


def test_a_page_is_called_by_its_question_not_by_its_part(tmp_path: Path) -> None:
    path = notebook(tmp_path, "Because.")
    text = path.read_text(encoding="utf-8").replace(
        "## Question 1", "## Part 4\\n\\n### Question 1"
    )
    path.write_text(text, encoding="utf-8")
    (sheet,) = written_questions(path)
    assert (sheet.heading, sheet.prompt) == ("Question 1", "Why is 1 right?")


def test_an_answer_may_have_more_cells_than_were_handed_out(tmp_path: Path) -> None:
    more = [
        answer("Because."),
        markdown("And:"),
        {**markdown("x = 1"), "cell_type": "code"},
    ]
    (sheet,) = written_questions(notebook(tmp_path, more))
    assert sheet.heading == "Question 1"
    assert sheet.prompt == "Why is 1 right?"
    assert sheet.answer == "Because.\n\nAnd:\n\n```python\nx = 1\n```"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "short",
        "",
        "word " * 3000,
        "no spaces" * 900,
        "word " * 9000,
        "$$",
        "![](a.png)",
    ],
)
def test_one_page_a_question_whatever_the_answer(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = pages(save_written_answers(notebook(tmp_path, text, "second")))
    assert len(found) == 2
    assert "second" in found[1]
    too_long = "its end is not shown" in on_one_line(capsys.readouterr().out)
    assert too_long == (len(text) > 40_000)


def test_what_a_student_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = notebook(tmp_path, f"_{PLACEHOLDER}_", "done", "![](gone.png)")
    save_written_answers(path)
    said = capsys.readouterr().out
    assert "small-written.pdf: 3 pages, one for each question." in said
    assert "put your name and your ID" in said
    assert "'Question 1' has no answer" in said
    assert "Question 2" not in said
    assert "Question 3: the picture gone.png was not found" in said
    (first, *_) = pages(save_written_answers(path, name='O"Neil', student_id="7#$"))
    assert 'O"Neil' in first
    assert "7#$" in first
    assert "put your name" not in capsys.readouterr().out


@pytest.mark.parametrize("where", ["pasted", "beside", "in the text", "drawing"])
def test_pictures_are_shown(tmp_path: Path, where: str) -> None:
    data = base64.b64encode(picture()).decode()
    (tmp_path / "my photo.png").write_bytes(picture())
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>q</text>'
        f'<image width="9" height="9" href="data:image/png;base64,{data}"/></svg>'
    )
    pasted = {"image.png": {"image/png": data}}
    cell = {
        "pasted": answer("![x](attachment:image.png)", attachments=pasted),
        "beside": answer("![x](my%20photo.png)"),
        "in the text": answer(f"![x](data:image/png;base64,{data})"),
        "drawing": answer("![x](a.svg)"),
    }[where]
    assert drawn(save_written_answers(notebook(tmp_path, [cell]))) == 1


def test_a_photo_stands_upright_and_is_not_larger_than_a_page_shows() -> None:
    made = BytesIO()
    turned = Image.Exif()
    turned[0x0112] = 6  # the camera was held upright
    Image.new("RGB", (4000, 3000), "red").save(made, "JPEG", exif=turned)
    with Image.open(BytesIO(as_photo(made.getvalue()))) as photo:
        assert photo.size == (1350, 1800)


def test_nothing_that_is_written_is_code(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("TOP-SECRET")
    text = (
        '#read("secret.txt") <script>alert(1)</script> \\input{secret.txt} @who [a](#b)'
        '\n\n```{=typst}\n#read("secret.txt")\n```\n\n---\ntitle: x\n---'
    )
    (found,) = pages(save_written_answers(notebook(tmp_path, text)))
    assert "TOP-SECRET" not in found
    for part in ('#read("secret.txt")', "<script>", "\\input{secret.txt}", "@who"):
        assert part in found


@pytest.mark.slow
@settings(max_examples=20)
@given(st.text(alphabet="$\\_^{}()[]%#@<>*~`|&! aé12\u03bc\n"))
def test_whatever_is_typed_is_a_page(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = notebook(tmp_path_factory.mktemp("typed"), text)
    assert len(pages(save_written_answers(path))) == 1


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"\|x\|^2", r"\lVert x\rVert ^2"),
        (r"a \\| b", r"a \\| b"),
        (r"\|x", r"\|x"),
    ],
)
def test_bars_come_in_pairs(tex: str, shown: str) -> None:
    assert paired_bars(tex) == shown


@pytest.mark.slow
def test_every_formula_of_the_notebooks_can_be_set(
    tmp_path: Path,
) -> None:
    texts: list[str] = []
    for assignment in Repository(ROOT).assignments():
        texts += [
            cell.source
            for cell in master_cells(assignment)
            if cell.kind == "markdown" and "$" in cell.source
        ]
    assert len(texts) > 150
    pictures = Pictures(tmp_path, None, {})
    made = to_typst("\n\n".join(texts).replace("](figures/", "]("), pictures)
    assert not [each for each in pictures.missing if "formula" in each]
    (tmp_path / "all.typ").write_text(f"#let horizontalrule = none\n{made}", "utf-8")
    assert typst.compile(tmp_path / "all.typ")


def test_a_formula_that_is_not_known_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = "$\\wrongly x$ and $$\\begin{vmatrix}1\\end{vmatrix}$$"
    (found,) = pages(save_written_answers(notebook(tmp_path, text)))
    assert "\\wrongly x" in found
    said = capfd.readouterr()
    assert "the formula \\wrongly x is shown as it was typed" in on_one_line(said.out)
    assert said.err == ""


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


def test_without_pandoc_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)  # as if it were not there
    assert save_written_answers(notebook(tmp_path, "Because.")) is None
    said = capsys.readouterr().out
    assert (
        f"'pypandoc' is missing, which writes the PDF. Run `%pip install {PACKAGES}`"
        in said
    )
    for each in PACKAGES.split():
        name, _, pinned = each.partition("==")
        assert version(name) == pinned


def test_a_notebook_that_is_not_clear_or_not_there_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.ipynb").touch()
    (tmp_path / "b.ipynb").touch()
    monkeypatch.chdir(tmp_path)
    assert save_written_answers() is None
    assert "This folder has: a.ipynb, b.ipynb. Name it" in capsys.readouterr().out
    for name in ("a.ipynb", "none.ipynb"):
        assert save_written_answers(name) is None
        assert f"{name} cannot be read (" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('<img src="a.png" width="300">', 1),
        ("a<br>b <IMG alt='x y' src='my picture.png'/>", 1),
        ('<center>\n<img src="a.png" width="40%"> <img src=b.png>\n</center>', 2),
        ("![](a.png){width=40% height=9%} ![](b.png){width=100}", 2),
        ('`<img src="a.png">` and <b>bold</b>', 0),
    ],
)
def test_pictures_may_be_written_in_html(
    tmp_path: Path, text: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, colour in (("a", "red"), ("b", "blue"), ("my picture", "green")):
        (tmp_path / f"{name}.png").write_bytes(picture(colour))
    made = save_written_answers(
        notebook(tmp_path, text), name="Jane Doe", student_id="7"
    )
    assert drawn(made) == count
    assert "Look at this" not in capsys.readouterr().out
    assert all(word in pages(made)[0] for word in ("<b>", "<img") if not count)


def test_a_picture_that_cannot_be_shown_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    half = {"half.png": {"image/png": base64.b64encode(picture()).decode()[:-3]}}
    (tmp_path / "bad.svg").write_text("<svg><g>")
    huge = picture()[:16] + (60_000).to_bytes(4) + (60_000).to_bytes(4)
    crc = zlib.crc32(huge[12:] + picture()[24:29]).to_bytes(4)
    (tmp_path / "huge.png").write_bytes(huge + picture()[24:29] + crc + picture()[33:])
    save_written_answers(
        notebook(
            tmp_path,
            [answer("![](attachment:half.png)", attachments=half)],
            "And so: ![](bad.svg)",
            "![](huge.png)",
        )
    )
    out = on_one_line(capsys.readouterr().out)
    for name in ("attachment:half.png", "bad.svg", "huge.png"):
        assert f"the picture {name} cannot be read: it is broken, too large" in out


def test_only_where_a_person_grades_there_is_a_pdf(tmp_path: Path) -> None:
    repository = small_repository(tmp_path)
    (assignment,) = repository.assignments()
    assignment.hand_in.write_text("# %% [markdown]\n# The PDF.\n", encoding="utf-8")
    opinion = assignment.folder / "q02_opinion" / "question.py"
    assert "The PDF." in [cell.source for cell in master_cells(assignment)]
    replace(opinion, "# points: 4.5", "# points: 0")
    assert "The PDF." not in [cell.source for cell in master_cells(assignment)]
