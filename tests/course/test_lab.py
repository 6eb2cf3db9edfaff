"""A student's whole road in a real JupyterLab, from README's command to a grade."""

from __future__ import annotations

import io
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
import pytest
from PIL import Image

from checks.handing_in import PLACEHOLDER
from homework.gradescope.stand_in import run
from homework.questions.answers import answers
from homework.questions.cases import read_cases
from homework.questions.layout import Repository
from homework.release.samples import solutions, submission
from tests.lab import BROWSER, Notebook, jupyterlab
from tests.samples import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        BROWSER is None,
        reason="JupyterLab is tried in Chromium, which is not installed here: on "
        "Debian, apt install chromium",
    ),
]
NAME, FIRST = "bn_drop", "q01_batchnorm_forward"
CHECK = f'grader.check("{FIRST}")'
ANSWER = "def batchnorm_forward"
FIGURES = 4  # a drawing, and three plots of the student's own runs
ENDLESS = "def batchnorm_forward(x, gamma, beta, bn_param):\n    while True: pass"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay out what a student downloads, and nothing else."""
    return Path(shutil.copytree(ROOT / "student" / NAME, tmp_path / NAME))


@pytest.fixture
def notebook(folder: Path, tmp_path: Path) -> Iterator[Notebook]:
    """Open the notebook by README's own command."""
    from playwright.sync_api import sync_playwright

    for line in (folder / "requirements.txt").read_text().splitlines():
        package, _, wanted = line.partition("==")
        remedy = "`make .venv/with-browser` installs what this test needs"
        assert version(package).partition("+")[0] == wanted, f"{package}: {remedy}"
    readme = (folder / "README.md").read_text()
    (command,) = re.findall(r"`(jupyter lab [^`]+)`", readme)
    home = tmp_path / "home"
    home.mkdir()
    pictures = os.environ.get("HOMEWORK_PICTURES")
    if pictures:
        Path(pictures).mkdir(parents=True, exist_ok=True)
    with jupyterlab(command, folder, home) as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(url)
        count = len(nbformat.read(folder / f"{NAME}.ipynb", as_version=4).cells)
        yield Notebook(page, count, Path(pictures) if pictures else None)
        browser.close()


def right_answers() -> dict[str, str]:
    """Return the solutions, whose trainings are short where the tests allow it."""
    (assignment,) = Repository(ROOT).assignments((NAME,))
    return {
        name: re.sub(r"num_epochs=\d\d?\):", "num_epochs=2):", source)
        for name, source in solutions(assignment).items()
    }


def worth() -> float:
    """Return the points that tests give, and no person."""
    (assignment,) = Repository(ROOT).assignments((NAME,))
    tests = [read_cases(question.tests) for question in assignment.questions]
    return sum(case.points for cases in tests for case in cases)


def wrong_answer() -> str:
    (assignment,) = Repository(ROOT).assignments((NAME,))
    known = answers(assignment.question(FIRST), "rejected")
    (wrong,) = [each for each in known if each.name.endswith("divides_by_the_variance")]
    return wrong.source.partition("\n\n\n")[2]  # without what we say of it


def text_of(cells: list[Any]) -> int:
    """Return the place of the first answer in words."""
    return next(n for n, cell in enumerate(cells) if cell.source == PLACEHOLDER)


def shows_a_figure(cell: Any) -> bool:
    if cell.cell_type == "markdown":
        return "](figures/" in cell.source
    outputs = cell.get("outputs", ())
    return any("image/png" in output.get("data", {}) for output in outputs)


def is_drawn(picture: Any) -> bool:
    """Say whether a picture on the page has lines on its paper."""
    with Image.open(io.BytesIO(picture.screenshot())) as shown:
        greys = shown.convert("L").histogram()
    dark = sum(greys[:160]) / sum(greys)
    return 0.001 < dark < 0.9


def test_from_readme_to_a_grade(notebook: Notebook, folder: Path) -> None:
    look, saved = notebook.look, folder / f"{NAME}.ipynb"
    handed_out = nbformat.read(saved, as_version=4).cells
    answered = submission(saved, right_answers()).cells
    answered[text_of(handed_out)]["source"] = "Because of `eps`: $\\hat x \\neq x$."
    places = [n for n, cell in enumerate(answered) if cell != handed_out[n]]
    code = [n for n, cell in enumerate(answered) if cell.cell_type == "code"]
    first, check = places[0], places[0] + 1

    look("opened")
    for place in code[: code.index(first)]:
        assert notebook.run(place) == ""
    notebook.write(first, wrong_answer())
    notebook.run(first)
    said = notebook.run(check)
    assert "Not yet: batchnorm_forward should give the worked example" in said
    assert "It got 6.25, should be 10." in said
    assert "Hint: divide by the standard deviation, not by the variance." in said
    assert "hidden tests run after you hand in." in said
    look("wrong", check)
    assert notebook.barriers(".jp-OutputArea-output, .jp-RenderedMarkdown") == []

    notebook.write(first, ENDLESS)
    said = notebook.run(check)
    assert "The cell that sets batchnorm_forward was changed after it ran last" in said
    notebook.run(first)
    notebook.start(check)
    notebook.page.wait_for_timeout(1500)
    notebook.interrupt()
    said = notebook.finished(check, seconds=60)
    assert "stopped by you (line 2 of its cell" in said
    look("stopped", check)

    for place in places:
        notebook.write(place, answered[place].source)
    notebook.run_all()  # and nothing is saved by hand
    said = notebook.finished(code[-1], seconds=600)
    look("handed_in", code[-1])
    kept = nbformat.read(saved, as_version=4).cells
    assert [kept[n].source for n in places] == [answered[n].source for n in places]
    figures = [n for n, cell in enumerate(kept) if shows_a_figure(cell)]
    assert len(figures) == FIGURES
    for place in figures:
        look(f"figure_{place}", place)
        assert is_drawn(notebook.picture(place)), place

    (zipped,) = folder.glob("*.zip")
    graded = run(ROOT / "autograder" / f"{NAME}.zip", zipped)
    assert graded.score == worth()


def test_the_page_is_handed_in_behind_another_tab_and_under_another_name(
    notebook: Notebook, folder: Path
) -> None:
    page, saved = notebook.page, folder / f"{NAME}.ipynb"
    cells = nbformat.read(saved, as_version=4).cells
    words = text_of(cells)
    last = len(cells) - 1
    export = f"import time; time.sleep(3)\n{cells[last].source}"
    scratch = next(n for n, cell in enumerate(cells) if "shifting_x" in cell.source)
    notebook.run(0, seconds=300)
    notebook.write(words, "Written before I looked elsewhere.")
    notebook.write(scratch, export)
    notebook.start(scratch)
    page.locator(".jp-DirListing-item", has_text="README.md").dblclick()
    page.wait_for_timeout(1000)
    page.locator(".lm-TabBar-tab", has_text=saved.name).click()
    page.locator(".lm-TabBar-tab", has_text="README.md").click()
    page.wait_for_timeout(6000)
    page.locator(".lm-TabBar-tab", has_text=saved.name).click()
    assert "last saved" not in notebook.finished(scratch, seconds=300)
    assert packed(folder)[words].source == "Written before I looked elsewhere."

    page.locator(".lm-TabBar-tab", has_text=saved.name).click(button="right")
    page.get_by_role("menuitem", name="Rename Notebook…").click()
    page.locator(".jp-Dialog input").first.fill("mine.ipynb")
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    page.locator(".lm-TabBar-tab", has_text="mine.ipynb").wait_for()
    saved.write_bytes((folder / "mine.ipynb").read_bytes())  # a copy of that day
    notebook.write(words, "Written after it was renamed.")
    said = notebook.run(scratch, seconds=300)
    assert "last saved" not in said
    assert packed(folder)[words].source == "Written after it was renamed."


def packed(folder: Path) -> list[Any]:
    """Return the cells of the notebook in the zip that was written last."""
    zipped = max(folder.glob("*.zip"), key=lambda path: path.stat().st_mtime)
    with zipfile.ZipFile(zipped) as archive:
        return list(nbformat.reads(archive.read(f"{NAME}.ipynb"), as_version=4).cells)
