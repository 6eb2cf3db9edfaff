"""What lies beside a student's notebook lets it start, and says how many tests wait."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import nbformat
import pytest

from homework.questions.masters import assemble
from homework.release import release
from homework.release.first_cell import first_cell, put_first_cell
from homework.release.student_folder import JUPYTERLAB, beside, requirements
from tests.samples import ROOT
from tests.toys import NAME, toy


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
    files = beside(assignment, {})
    counts = json.loads(files["tests/hidden.json"])
    assert counts["q01_center"] == 2
    assert NAME in files["README.md"].decode()
    assert "do not solve" in files["AGENTS.md"].decode()


def test_only_otters_first_cell_is_replaced() -> None:
    otters = (
        f'# Initialize Otter\nimport otter\ngrader = otter.Notebook("{NAME}.ipynb")'
    )
    found = json.loads(notebook(otters, "import otter", 'print("x")'))
    put_first_cell(found, NAME)
    sources = ["".join(cell["source"]) for cell in found["cells"]]
    assert sources == [first_cell(NAME), "import otter", 'print("x")']


@pytest.mark.slow
def test_a_build_has_all_of_it(tmp_path: Path) -> None:
    _, assignment = toy(tmp_path)
    assemble(assignment)
    built = release.build(assignment, tmp_path / "tree")
    added = {"tests/hidden.json", "README.md", "AGENTS.md", "requirements.txt"}
    assert added | {"checks/notebook.py"} <= set(built.student)
    for text in (built.student[f"{NAME}.ipynb"], built.solution):
        cells = json.loads(text)["cells"]
        assert "".join(cells[0]["source"]) == first_cell(NAME)
        assert not any("otter.Notebook(" in "".join(c["source"]) for c in cells)
