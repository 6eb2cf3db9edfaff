"""What lies beside a student's notebook lets it start, and says how many tests wait."""

from __future__ import annotations

import json
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import nbformat
import pytest

from checks.handing_in import answered, read_cells
from homework.base.errors import HomeworkError
from homework.questions.masters import assemble
from homework.release import build, start
from homework.release.address import Published, published
from homework.release.first_cell import first_cell, put_first_cell
from homework.release.last_cells import COMMENT, put_last_cells
from homework.release.student_folder import (
    JUPYTERLAB,
    beside,
    for_colab,
    requirements,
)
from tests.samples import ROOT
from tests.toys import NAME, toy

NOTEBOOK = f"{NAME}.ipynb"


def pins() -> dict[str, str]:
    """Read the versions that the project is proven with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["lab"]]
    return dict(line.split("==") for line in lines)


def notebook(*sources: str) -> bytes:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    text: str = nbformat.writes(nbformat.v4.new_notebook(cells=cells))
    return text.encode()


def test_requirements_are_what_the_folder_imports_and_nothing_more() -> None:
    files = {
        "a.ipynb": notebook("import numpy as np", "%matplotlib inline\nimport torch"),
        "deeplearning/data.py": b"def f():\n    from sklearn.datasets import x\n",
        "figures/a.svg": b"import torch",
    }
    known = pins()
    assert requirements(files) == [
        f"jupyterlab=={known['jupyterlab']}",
        f"otter-grader=={known['otter-grader[grading]']}",
        f"numpy=={known['numpy']}",
        f"scikit-learn=={known['scikit-learn']}",
    ]
    files["deeplearning/training.py"] = b"import torch.nn\n"
    assert requirements(files)[-1] == f"torch=={known['torch']}"
    assert known["jupyterlab"] == JUPYTERLAB


def test_a_package_whose_files_are_looked_for_is_required_too() -> None:
    known = pins()
    source = (ROOT / "assignments/deeplearning/data.py").read_bytes()
    assert f"scikit-learn=={known['scikit-learn']}" in requirements({"data.py": source})


def test_the_folder_counts_hidden_tests_and_speaks_to_all(tmp_path: Path) -> None:
    _, assignment = toy(tmp_path)
    files = beside(assignment, {}, Published())
    counts = json.loads(files["tests/hidden.json"])
    assert counts["q01_center"] == 2
    assert NAME in files["README.md"].decode()
    assert "do not solve" in files["AGENTS.md"].decode()


def test_only_given_cells_stop_no_run_of_all() -> None:
    plain = json.loads(notebook("answer()", "plot()"))
    for cell, tag in zip(
        plain["cells"], ("otter_answer_cell", "otter_ignore"), strict=True
    ):
        cell["metadata"] = {"tags": [tag]}
    cells = json.loads(build.going_on(json.dumps(plain).encode()))["cells"]
    assert [cell["metadata"]["tags"] for cell in cells] == [
        ["otter_answer_cell"],
        ["otter_ignore", build.MAY_FAIL],
    ]


def test_only_otters_first_cell_is_replaced() -> None:
    otters = (
        f'# Initialize Otter\nimport otter\ngrader = otter.Notebook("{NAME}.ipynb")'
    )
    found = json.loads(notebook(otters, "import otter", 'print("x")'))
    put_first_cell(found, first_cell(NAME))
    sources = ["".join(cell["source"]) for cell in found["cells"]]
    assert sources == [first_cell(NAME), "import otter", 'print("x")']


@pytest.mark.slow
def test_a_build_has_all_of_it(tmp_path: Path) -> None:
    _, assignment = toy(tmp_path)
    assemble(assignment)
    built = build.build(assignment, tmp_path / "tree")
    added = {"tests/hidden.json", "README.md", "AGENTS.md", "requirements.txt"}
    added |= {"tests/hand_in.json", "start.py"}
    assert added | {"checks/notebook.py"} <= set(built.student)
    space: dict[str, Any] = {}
    exec(built.student["start.py"], space)  # noqa: S102  # as the first cell does
    others = {name for name in built.student if name not in ("start.py", NOTEBOOK)}
    assert set(space["FILES"]) == others
    for name, digest in space["FILES"].items():
        assert sha256(built.student[name]).hexdigest()[: start.DIGITS] == digest
    for text in (built.student[NOTEBOOK], built.solution):
        cells = json.loads(text)["cells"]
        assert "".join(cells[0]["source"]) == first_cell(NAME)
        assert not any("otter.Notebook(" in "".join(c["source"]) for c in cells)
        assert "".join(cells[-1]["source"]).startswith(COMMENT)
    about = json.loads(built.student["tests/hand_in.json"])
    questions = answered(read_cells(built.student[NOTEBOOK]), set(about["cells"]))
    assert set(questions.values()) == {False}


# --- what Colab needs ---------------------------------------------------------

GITHUB = "https://github.com/some/course/tree/fall/student"
SETTINGS = '[student]\naddress = "{}"\ngpu = ["{}"]\n'


def test_a_folder_on_github_has_badges_and_plain_addresses(tmp_path: Path) -> None:
    _, assignment = toy(tmp_path)
    (tmp_path / "homework.toml").write_text(SETTINGS.format(GITHUB + "/", NAME))
    at = published(tmp_path)
    plain = f"https://raw.githubusercontent.com/some/course/fall/student/{NAME}"
    assert at.folder(NAME) == plain
    link = f"/github/some/course/blob/fall/student/{NAME}/{NOTEBOOK}"
    badge = at.badge(NAME)
    assert link in badge
    readme = beside(assignment, {}, at)["README.md"].decode()
    assert readme.startswith(f"# {NAME}\n\n{badge}\n\nKeep")
    assert "its first cell fetches" in readme
    assert "Its disk is empty again after a session" in readme
    shown = json.loads(for_colab(notebook("x = 1"), NAME, at))
    assert shown["metadata"]["accelerator"] == "GPU"
    cells = [{"cell_type": "markdown", "source": "# A title\n\nA text."}]
    plain_one = json.dumps({"cells": cells, "metadata": {}}).encode()
    titled = json.loads(for_colab(plain_one, "another", at))
    source = "".join(titled["cells"][0]["source"])
    assert source == f"# A title\n\n{at.badge('another')}\n\nA text."
    assert "accelerator" not in titled["metadata"]


def test_an_address_that_is_not_github_has_no_badge(tmp_path: Path) -> None:
    toy(tmp_path)
    assert published(tmp_path) == Published()
    assert Published().badge(NAME) == Published().folder(NAME) == ""
    (tmp_path / "homework.toml").write_text(
        SETTINGS.format("https://example.edu/hw", NAME)
    )
    at = published(tmp_path)
    assert (at.folder("a"), at.badge("a")) == ("https://example.edu/hw/a", "")


@pytest.mark.parametrize(
    ("address", "gpu", "problem"),
    [
        ("here, or there", NAME, "which is none"),
        ('https://a.b/\\"+x', NAME, "which is none"),
        ("https://github.com/some/course", NAME, "names no branch"),
        (GITHUB, "nowhere", "names no assignment 'nowhere'"),
    ],
)
def test_a_wrong_address_is_refused(
    tmp_path: Path, address: str, gpu: str, problem: str
) -> None:
    toy(tmp_path)
    (tmp_path / "homework.toml").write_text(SETTINGS.format(address, gpu))
    with pytest.raises(HomeworkError, match=problem):
        published(tmp_path)


def test_only_pytorch_cnn_starts_with_a_gpu() -> None:
    assert published(ROOT).gpu == ("pytorch_cnn",)


def test_the_last_cells_are_one_text_and_one_call() -> None:
    call = "grader.export(pdf=False, run_tests=True)"
    found = json.loads(
        notebook(f"# Save your notebook first, then run it.\n{call}", " ")
    )
    found["cells"].insert(0, {"cell_type": "markdown", "source": "## Submission\n\nx"})
    put_last_cells(found)
    text, last = ("".join(cell["source"]) for cell in found["cells"])
    assert last == f"{COMMENT}\n{call}"
    assert "receipt" in text
