"""What goes into a zip for Gradescope beside the tests: how to install, run and try."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from homework.base import syntax
from homework.base.errors import HomeworkError
from homework.grading.notebook import Untouched
from homework.grading.settings import read_settings

PACKAGE = Path(__file__).parents[1]
LOCKS = PACKAGE.parent / "requirements"
# Of this package, what grading on Gradescope needs.
ENGINE = ("__init__.py", "base/*.py", "grading/**/*.py", "gradescope/*.py")
NOT_THERE = (
    "base/jobs.py",
    "base/progress.py",
    "base/settings.py",
    "gradescope/bundle.py",
    "gradescope/shown.py",
    "gradescope/stand_in.py",
    "grading/retrain.py",
    "grading/settings.py",
)


def entries() -> dict[str, bytes]:
    """Read the scripts, the lock files and the engine, by their names in the zip."""
    here = Path(__file__).parent
    found = {name: here / name for name in ("setup.sh", "run_autograder")}
    found |= {name: LOCKS / name for name in ("grader.lock", "torch.lock", "uv.lock")}
    for pattern in ENGINE:
        for path in sorted(PACKAGE.glob(pattern)):
            name = path.relative_to(PACKAGE).as_posix()
            if name not in NOT_THERE:
                found[f"engine/homework/{name}"] = path
    return {name: path.read_bytes() for name, path in found.items()}


def setup(root: Path) -> dict[str, bytes]:
    """Write setup.sh for the Python that `otter_config.json` gives to graders.

    Raises:
        HomeworkError: when that is no version such as "3.11".

    """
    path = root / "otter_config.json"
    version = json.loads(path.read_text(encoding="utf-8")).get("python_version")
    if not (isinstance(version, str) and re.fullmatch(r"3\.\d+", version)):
        raise HomeworkError(
            path,
            f"says python_version: {version!r}, for which there are no graders.",
            'Write `"python_version": "3.11"`, or another that you have tried.',
        )
    script = (Path(__file__).parent / "setup.sh").read_bytes()
    line = f"version={version}".encode()
    return {"setup.sh": re.sub(rb"^version=.*$", line, script, flags=re.MULTILINE)}


def settings(
    root: Path,
    preload: Sequence[str] = (),
    packages: Sequence[str] | None = None,
    untouched: bytes | None = None,
) -> dict[str, bytes]:
    """Read what a repository's `homework.toml` says of grading, as grading.json.

    Args:
        root: the repository's folder.
        preload: modules that the engine imports before it forks.
        packages: that answers may import; ``None`` for all.
        untouched: the notebook that students start from.

    """
    found: dict[str, Any] = dict(read_settings(root / "homework.toml"))
    if preload:
        found["preload"] = list(preload)
    if packages is not None:
        found["packages"] = list(packages)
    if untouched is not None:
        found["untouched"] = asdict(Untouched.of(untouched))
    return {"grading.json": json.dumps(found, indent=1).encode()} if found else {}


def preload(student: Mapping[str, bytes], tests: Iterable[bytes]) -> list[str]:
    """List the modules that a notebook imports, and what is given with it.

    What tests import of a student's folder is among them: tests send it to the worker.

    Args:
        student: what students start from, by name.
        tests: the tests' sources.

    """
    sources = [
        "".join(cell["source"])
        for name, data in student.items()
        if name.endswith(".ipynb")
        for cell in json.loads(data)["cells"]
        if cell["cell_type"] == "code"
    ]
    given = (name for name in student if re.fullmatch(r"given/.*\.py", name))
    sources += [student[name].decode() for name in given]
    found = dict.fromkeys(name for source in sources for name in _imported(source))
    tests = list(tests)
    sent = (name for source in tests for name in _imported(source.decode()))
    found |= {name: None for name in sent if f"{name.replace('.', '/')}.py" in student}
    for name in ("otter", "checks.notebook"):  # grading has its own
        found.pop(name, None)
    # torch loads its compiler with the first step of an optimizer.
    if "torch" in found and any(b"torch.optim" in source for source in tests):
        found["torch._dynamo"] = None
    return list(found)


def _imported(source: str) -> Iterator[str]:
    with suppress(SyntaxError):  # a cell with magics
        for node in ast.walk(syntax.parse(source)):
            if isinstance(node, ast.Import):
                yield from (each.name for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module


def trial(
    assignment: str, *, right: Mapping[str, bytes], untouched: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Name the two submissions that are graded before an image is taken.

    Args:
        assignment: whose they are.
        right: a submission that gets all points: files by name.
        untouched: what students start from.

    """
    folder = f"trial/{assignment}"
    return {
        **{f"{folder}/right/{name}": data for name, data in right.items()},
        **{f"{folder}/untouched/{name}": data for name, data in untouched.items()},
    }
