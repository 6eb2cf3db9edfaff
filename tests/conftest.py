"""What every test stands on: no bytecode beside questions, and steady examples."""

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Bytecode of a question is its solution; none may lie where a release copies from.
sys.dont_write_bytecode = True

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("MPLBACKEND", "agg")

settings.register_profile(
    "homework",
    deadline=None,  # processors are shared
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("homework")


@pytest.fixture(autouse=True)
def _own_environment() -> Iterator[None]:
    """Give back the environment, which commands that a test calls here may set."""
    before = dict(os.environ)
    yield
    if os.environ != before:
        os.environ.clear()
        os.environ.update(before)
