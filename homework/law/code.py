"""What the linter says of a question's files: the law of `make lint`, said earlier."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from homework.law.complaints import Complaint, Found
from homework.questions.layout import Assignment

RULES = "[tool.ruff"  # in the repository's pyproject.toml: else there is no linter
NO_PYTHON = "invalid-syntax"  # another law says so


def code_style(assignment: Assignment) -> Found:
    """Yield what ruff finds in an assignment, where the repository asks for it."""
    root = assignment.folder.parents[1]
    rules = root / "pyproject.toml"
    if not find_spec("ruff") or not rules.is_file():
        return
    if RULES not in rules.read_text(encoding="utf-8"):
        return
    for found in _ruff(assignment, "check"):
        if found["code"] == NO_PYTHON:
            continue
        line = found["location"]["row"]
        yield Complaint(
            f"{found['filename']}:{line}",
            f"{found['message'].rstrip('.')} ({found['code']}).",
            "Correct it, or run `ruff check --fix` on the file."
            if found.get("fix")
            else "Correct it.",
        )
    for found in _ruff(assignment, "format", "--check"):
        if found["code"] != NO_PYTHON:
            yield Complaint(
                f"{found['filename']}:{found['location']['row']}",
                "is not in the form that `make lint` asks for.",
                f"Run `ruff format {Path(found['filename']).relative_to(root)}`.",
            )


def _ruff(assignment: Assignment, *words: str) -> Sequence[dict[str, Any]]:
    command = [sys.executable, "-m", "ruff", *words, "--no-cache", "--output-format"]
    done = subprocess.run(
        [*command, "json", str(assignment.folder)],
        cwd=assignment.folder.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout or "[]")
    return found
