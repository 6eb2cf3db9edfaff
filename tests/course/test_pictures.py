"""Students see what a notebook promises: every figure, and nothing that frightens."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import nbclient
import pytest

from homework.questions.cells import Cell, to_notebook
from homework.questions.layout import Assignment, Repository
from homework.questions.masters import SHIPPED_TO_ALL, master_cells, split

REPOSITORY = Repository.find(Path(__file__))
NAMES = [assignment.name for assignment in REPOSITORY.assignments(())]
DRAWING = {"axes", "plot_curves", "show_images", "show_signals"}
DRAWING |= {f"draw_{what}" for what in ("densities", "contours", "graph", "functions")}

INLINE = "%matplotlib inline"
SHORTER = """\
# Trainings of one epoch: what is counted here is figures.
import functools
import deeplearning.solver
first = deeplearning.solver.Solver.__init__
@functools.wraps(first)
def shorter(self, *args, **settings):
    first(self, *args, **{**settings, "num_epochs": 1})
deeplearning.solver.Solver.__init__ = shorter
"""
SHORTER_FIT = """\
import dataclasses
import deeplearning.training
whole = deeplearning.training.fit
def fit(model, images, settings, *args, **more):
    return whole(model, images, dataclasses.replace(settings, epochs=1), *args, **more)
deeplearning.training.fit = fit
"""


def run(cells: list[str], folder: Path, *, failing: bool = False) -> list[Any]:
    """Run cells in a kernel that shows figures as a student's does."""
    notebook = to_notebook([Cell("code", source) for source in cells])
    client = nbclient.NotebookClient(
        notebook,
        timeout=600,
        allow_errors=failing,
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute()
    return list(notebook.cells)


@pytest.fixture(autouse=True)
def _no_backend_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MPLBACKEND", raising=False)


def desk(assignment: Assignment, tmp_path: Path) -> Path:
    """Return a folder with what students have beside the notebook."""
    for name in SHIPPED_TO_ALL:
        if (assignment.folder / name).is_dir():
            (tmp_path / name).symlink_to((assignment.folder / name).resolve())
    return tmp_path


def code_of(assignment: Assignment) -> list[str]:
    files = split(assignment, master_cells(assignment)).files
    return [
        cell.source
        for path, cells in files.items()
        if path != assignment.hand_in
        for cell in cells
        if cell.kind == "code"
    ]


def draws(source: str) -> bool:
    """Say whether a cell calls a function that draws, outside its own functions."""
    if source.startswith("%"):
        return False
    called = [
        node.func.id
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    return bool(DRAWING & set(called))


def pictures(cell: Any) -> int:
    return sum("image/png" in output.get("data", {}) for output in cell.outputs)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("hand_design_filters", []),
        ("hand_design_filters", [INLINE]),
        ("convolution_arithmetic", []),
        ("normalization", []),
        ("regularization_and_optimizers", []),
        ("bn_drop", [SHORTER]),
        ("cnn", [SHORTER]),
        ("q_coding_dropout", []),
        ("pytorch_cnn", [SHORTER_FIT]),
    ],
)
def test_a_notebook_shows_all_its_figures(
    name: str, before: list[str], tmp_path: Path
) -> None:
    (assignment,) = REPOSITORY.assignments((name,))
    sources = before + code_of(assignment)
    cells = run(sources, desk(assignment, tmp_path))
    for cell in cells:
        assert pictures(cell) == draws(cell.source), cell.source
        for output in cell.outputs:
            assert output.get("name") != "stderr", (cell.source, output)
            shown = output.get("data", {}).get("text/plain", "")
            if output.output_type == "execute_result":
                assert not shown.startswith(("<", "array([<", "[<", "Ellipsis")), shown
    assert sum(map(pictures, cells)) > 0


CURVES = """\
from deeplearning.plots import plot_curves
plot_curves({"a": [1, 2]}, xlabel="step", ylabel="loss");
"""


@pytest.mark.slow
def test_figures_appear_whatever_was_run_before(tmp_path: Path) -> None:
    (assignment,) = REPOSITORY.assignments(("bn_drop",))
    failing = "from deeplearning.plots import axes\naxes(0)"
    own = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    cells = run(
        [failing, CURVES, own, CURVES, INLINE, CURVES, own],
        desk(assignment, tmp_path),
        failing=True,
    )
    assert [pictures(cell) for cell in cells] == [0, 1, 1, 1, 0, 1, 1]


@pytest.mark.slow
def test_progress_stays_on_one_line_of_the_black_stream(tmp_path: Path) -> None:
    (assignment,) = REPOSITORY.assignments(("bn_drop",))
    source = """\
from deeplearning.progress import epoch_line, progress
with progress(60) as (tick, say):
    for epoch in range(1, 31):
        tick(); tick()
        say(epoch_line(epoch, 30, 1 / epoch, 0.5, 0.25))
"""
    (cell,) = run([source], desk(assignment, tmp_path))
    assert {output.name for output in cell.outputs} == {"stdout"}
    text = "".join(output.text for output in cell.outputs)
    assert text.count("\n") == 1  # the end of the only line
    seen = text.strip().split("\r")[-1]
    assert seen.startswith("epoch  30/30  loss  0.0333  train  50.0%  val  25.0%")
    assert "took" in seen
    assert len(seen) <= 80


FIGURE = re.compile(r"\]\(([^)\s]*figures/[^)\s]+)\)")


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_that_is_named_is_there_and_no_other(name: str) -> None:
    """A figure of a solution only, which may give an answer away, stays with it."""
    student, solutions = (
        REPOSITORY.root / "student" / name,
        REPOSITORY.root / "solutions",
    )
    named = set(FIGURE.findall((student / f"{name}.ipynb").read_text("utf-8")))
    given = {f"figures/{path.name}" for path in (student / "figures").glob("*")}
    assert named == given
    solved = FIGURE.findall((solutions / f"{name}.ipynb").read_text("utf-8"))
    assert len(set(solved)) >= len(named)
    assert all((solutions / place).is_file() for place in solved)
