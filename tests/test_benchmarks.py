"""Every benchmark starts from any folder, with one command and no settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import ROOT

PROGRAMS = [
    pytest.param("grading", "--soak"),
    pytest.param("classroom", "--truth"),
    pytest.param("fuzz_wire", "-max_total_time|Atheris is not installed"),
    pytest.param("colab", "the interpreter"),
    pytest.param("training", "--seeds", marks=pytest.mark.slow),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "said"), PROGRAMS)
def test_a_benchmark_starts_anywhere(tmp_path: Path, name: str, said: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / f"{name}.py"), "--help"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert any(text in done.stdout + done.stderr for text in said.split("|"))
