"""Grade a homework of several notebooks on Gradescope, each by its own Otter tests.

Otter by itself refuses a second notebook. This script finds the notebooks among what
the student uploaded, gives each to stock `otter run` with its own zip, and merges the
results. It uses the standard library only, and one notebook's failure costs no other.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

LARGEST_NOTEBOOK = 50_000_000  # bytes; a larger one is not read


def main(folder: Path) -> None:
    """Grade ``folder/submission`` and write ``folder/results/results.json``."""
    graders = sorted((folder / "source" / "notebooks").glob("*.zip"))
    found = find_notebooks(folder / "submission", [zip_.stem for zip_ in graders])
    merged: dict[str, Any] = {"tests": []}
    results = folder / "results" / "results.json"
    results.parent.mkdir(parents=True, exist_ok=True)
    for grader in graders:
        tests = grade(grader, found.get(grader.stem))
        merged["tests"] += tests
        merged["score"] = sum(test.get("score", 0) for test in merged["tests"])
        results.write_text(json.dumps(merged, indent=1), encoding="utf-8")


def find_notebooks(submission: Path, names: list[str]) -> dict[str, str]:
    """Read the submitted notebooks, loose or in zips, by the assignment they answer."""
    found: dict[str, str] = {}
    for path in sorted(submission.rglob("*")):
        if path.suffix == ".ipynb" and path.stat().st_size < LARGEST_NOTEBOOK:
            _add(found, names, path.stem, path.read_text("utf-8", "replace"))
        elif path.suffix == ".zip" and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for member in archive.infolist():
                    if (
                        member.filename.endswith(".ipynb")
                        and member.file_size < LARGEST_NOTEBOOK
                    ):
                        text = archive.read(member).decode("utf-8", "replace")
                        _add(found, names, Path(member.filename).stem, text)
    return found


def _add(found: dict[str, str], names: list[str], stem: str, text: str) -> None:
    try:
        notebook = json.loads(text)
        metadata = notebook.setdefault("metadata", {})
        name = metadata.get("otter", {}).get("assignment_name", stem)
    except (ValueError, AttributeError):
        return
    if name in names and (name not in found or stem == name):
        # The kernel of the student's machine does not exist here.
        metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        found[name] = json.dumps(notebook)


def grade(grader: Path, notebook: str | None) -> list[dict[str, Any]]:
    """Grade one notebook; return Gradescope's entries, named after the notebook."""
    name = grader.stem
    if notebook is None:
        return [_message(name, "No notebook of this name was found in the upload.")]
    with tempfile.TemporaryDirectory() as scratch:
        submission = Path(scratch) / f"{name}.ipynb"
        submission.write_text(notebook, encoding="utf-8")
        out = Path(scratch) / "out"
        out.mkdir()
        otter = Path(sys.executable).with_name("otter")
        run = subprocess.run(
            [otter, "run", submission, "-a", grader, "-o", out, "--no-logo"],
            capture_output=True,
            text=True,
            check=False,
        )
        try:
            tests = json.loads((out / "results.json").read_text("utf-8"))["tests"]
        except (OSError, ValueError, KeyError):
            last = (run.stderr.strip().splitlines() or ["no message"])[-1]
            return [_message(name, f"The notebook could not be graded: {last}")]
    for test in tests:
        test["name"] = f"{name}: {test['name']}"
    return list(tests)


def _message(name: str, text: str) -> dict[str, Any]:
    return {
        "name": f"{name}: not graded",
        "score": 0,
        "status": "failed",
        "visibility": "visible",
        "output": text,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/autograder"))
