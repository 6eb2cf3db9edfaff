"""What goes into a zip for Gradescope beside the tests: how to install, run and try."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
LOCKS = PACKAGE.parent / "requirements"
# Of this package, what grading on Gradescope needs.
ENGINE = ("__init__.py", "errors.py", "files.py", "grading/*.py", "gradescope/*.py")
NOT_THERE = ("bundle.py", "stand_in.py")


def entries() -> dict[str, bytes]:
    """Read the scripts, the lock files and the engine, by their names in the zip."""
    here = Path(__file__).parent
    found = {name: here / name for name in ("setup.sh", "run_autograder")}
    found |= {name: LOCKS / name for name in ("grader.lock", "torch.lock", "uv.lock")}
    for pattern in ENGINE:
        for path in sorted(PACKAGE.glob(pattern)):
            if path.name not in NOT_THERE:
                found[f"engine/homework/{path.relative_to(PACKAGE)}"] = path
    return {name: path.read_bytes() for name, path in found.items()}


def settings(root: Path) -> dict[str, bytes]:
    """Read what a repository's `homework.toml` says of grading, as grading.json.

    Args:
        root: the repository's folder.

    """
    path = root / "homework.toml"
    if not path.exists():
        return {}
    found = tomllib.loads(path.read_text(encoding="utf-8")).get("grading")
    return {"grading.json": json.dumps(found, indent=1).encode()} if found else {}


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
