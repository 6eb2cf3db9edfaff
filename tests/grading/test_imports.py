"""The command imports what it needs itself, and leaves the rest to its processes."""

from __future__ import annotations

import subprocess
import sys


def test_the_engine_does_not_import_what_tests_need() -> None:
    program = "import sys, homework.classroom.command; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", program], text=True).split()
    assert not {"numpy", "torch", "IPython", "homework.grading.grader"} & set(loaded)
