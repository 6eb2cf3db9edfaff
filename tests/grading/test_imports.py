"""The command imports what it needs itself, and leaves the rest to its processes."""

from __future__ import annotations

import subprocess
import sys


def test_to_grade_imports_neither_what_tests_nor_what_questions_need() -> None:
    program = (
        "import sys, homework.cli, homework.classroom.command; print(*sys.modules)"
    )
    loaded = subprocess.check_output([sys.executable, "-c", program], text=True).split()
    slow = {"numpy", "torch", "IPython", "jupytext", "nbformat"}
    assert not {*slow, "homework.grading.grader"} & set(loaded)
