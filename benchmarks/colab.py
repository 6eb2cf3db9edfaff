"""How long the first cell takes with Colab's Python and packages, and what it fetches.

Makes an environment with the versions that Colab has, serves the student folders on
loopback, and walks from the link to the receipt in a kernel there. The first cell
installs Otter for real, so this needs a network:

    .venv/bin/python benchmarks/colab.py python3.13

Assignments with torch are left out unless they are named: its wheels for the newest
Python are gigabytes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "assignments")]

from homework.questions.layout import Assignment, Repository  # noqa: E402
from homework.release import start  # noqa: E402
from tests.colab_road import Colab, opened, publish, served, walked  # noqa: E402

# Of googlecolab/backend-info, pip-freeze.txt of August 2026, what notebooks, Otter and
# the kernel need.
VERSIONS = [
    "numpy==2.1.3",
    "scipy==1.16.3",
    "pandas==2.2.3",
    "matplotlib==3.10.0",
    "scikit-learn==1.6.1",
    "autograd==1.9.1",
    "pooch==1.9.0",
    "tqdm==4.67.3",
    "safetensors==0.8.0",
    "ipython==7.34.0",
    "ipykernel==6.17.1",
    "ipywidgets==7.7.1",
    "wrapt==2.3.0",
    "nbformat==5.11.1",
    "nbconvert==7.17.1",
    "jupytext==1.19.5",
    "dill==0.3.8",
    "click==8.4.2",
    "Sphinx==8.2.3",
    "pydantic",
    "pyyaml",
    "requests",
]
WITH_TORCH = ("pytorch_cnn", "q_coding_dropout")
PLACE = ROOT / "build" / "colab"
OURS = [package.partition("==")[0] for package in start.PACKAGES]
HEADING = """\
| assignment | files | bytes | first cell | again | first check | receipt |
|---|---|---|---|---|---|---|
"""


class Machine:
    """An interpreter with Colab's packages, and a kernel of it."""

    def __init__(self, python: str) -> None:
        """Make the environment, unless it is there."""
        self.python = PLACE / "bin" / "python"
        if not self.python.exists():
            subprocess.run([python, "-m", "venv", str(PLACE)], check=True)
            self.pip("install", *VERSIONS)
        kernel = PLACE / "share" / "jupyter" / "kernels" / "colab" / "kernel.json"
        kernel.parent.mkdir(parents=True, exist_ok=True)
        command = [str(self.python), "-m", "ipykernel_launcher"]
        about = {"argv": [*command, "-f", "{connection_file}"], "display_name": "Colab"}
        kernel.write_text(json.dumps(about), encoding="utf-8")
        os.environ["JUPYTER_PATH"] = str(PLACE / "share" / "jupyter")

    def pip(self, *arguments: str) -> str:
        """Run pip there; return what it printed."""
        command = [str(self.python), "-m", "pip", "--disable-pip-version-check", "-q"]
        done = subprocess.run(
            [*command, *arguments], stdout=subprocess.PIPE, text=True, check=True
        )
        return done.stdout

    def installed(self) -> set[str]:
        """List what is installed, with versions."""
        return set(self.pip("freeze").split("\n"))

    def wheels(self) -> int:
        """Count the bytes of what the first cell installs."""
        with tempfile.TemporaryDirectory() as folder:
            self.pip("download", "--no-deps", "-d", folder, *start.PACKAGES)
            return sum(path.stat().st_size for path in Path(folder).iterdir())


def measured(machine: Machine, assignment: Assignment, scratch: Path) -> str:
    """Walk the road of one assignment; return its row."""
    name = assignment.name
    colab = Colab(scratch / "content", scratch / "page.ipynb", "colab")
    colab.disk.mkdir()
    machine.pip("uninstall", "-y", *OURS)
    before = machine.installed()
    with served(scratch / "web") as address:
        publish(assignment, scratch / "web", address)
        cells = opened(f"{address}/{name}/{name}.ipynb", assignment, colab.page)
        *_, check, _, receipt = colab.run(*walked(cells))
    if not ("public tests passed" in check and "Receipt: " in receipt):
        sys.exit(f"{name} did not get to its receipt:\n{check}\n{receipt}")
    if not before < machine.installed():
        sys.exit(f"{name}: the first cell replaced what was installed.")
    web = scratch / "web" / name
    fetched = [p for p in web.rglob("*") if p.is_file() and p.suffix != ".ipynb"]
    size = sum(path.stat().st_size for path in fetched)
    first, *_, check_s, again, last = map(_seconds, colab.ran.cells[1:])
    times = " | ".join(f"{each:.1f} s" for each in (first, again, check_s, last))
    return f"| `{name}` | {len(fetched)} | {size:,} | {times} |\n"


def _seconds(cell: Any) -> float:
    times = cell.metadata.execution
    began, ended = (
        datetime.fromisoformat(times[key].replace("Z", "+00:00"))
        for key in ("iopub.execute_input", "shell.execute_reply")
    )
    return (ended - began).total_seconds()


def main() -> None:
    """Measure, and print a table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("python", help="the interpreter, such as python3.13")
    options.add_argument("names", nargs="*", help="assignments")
    asked = options.parse_args()
    chosen = Repository(ROOT).assignments(tuple(asked.names))
    if not asked.names:
        chosen = [each for each in chosen if each.name not in WITH_TORCH]
    machine = Machine(asked.python)
    sys.stdout.write(HEADING)
    for assignment in chosen:
        with tempfile.TemporaryDirectory() as scratch:
            sys.stdout.write(measured(machine, assignment, Path(scratch)))
            sys.stdout.flush()
    sys.stdout.write(f"\nThe wheels are {machine.wheels():,} bytes.\n")


if __name__ == "__main__":
    main()
