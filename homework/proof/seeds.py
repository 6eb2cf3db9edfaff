"""No right answer loses a point by chance: many seeds, one thread and two."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from homework.proof.findings import Findings
from homework.questions.answers import code_cells, run_case, run_cells, seed_everything
from homework.questions.cases import Case, read_cases
from homework.questions.layout import Assignment, Question
from homework.questions.student_files import desk

# By number of threads, the seeds. A second thread only changes the order in which
# large sums are added up, so fewer seeds show whether it matters.
SEEDS = {1: 300, 2: 50}
VARIABLE = "HOMEWORK_SEED"


def seeds(
    assignment: Assignment, question: Question, name: str, source: str | None
) -> Findings:
    """Run a right answer's tests under many seeds.

    A test that neither asks for the seed nor draws a number gives the same verdict
    each time, so it is run once for each number of threads.

    Args:
        assignment: whose notebook is run.
        question: the question.
        name: what the answer is called.
        source: the answer; ``None`` for the solution.

    """
    import torch
    from threadpoolctl import threadpool_limits

    replaced = {} if source is None else {question.name: source}
    problems: list[str] = []
    runs = 0
    with desk(assignment):
        for threads, count in SEEDS.items():
            torch.set_num_threads(threads)
            seed_everything(0)
            with threadpool_limits(threads):
                names = run_cells(code_cells(assignment, replaced, upto=question))
                for case in read_cases(question.tests):
                    verdicts = _run(question, case, names, count)
                    runs += len(verdicts)
                    where = f"{question.folder / name}: {case.name}"
                    problems += _lost(where, verdicts, threads)
    return Findings(counts={"runs": runs}, problems=problems)


def _run(
    question: Question, case: Case, names: dict[str, Any], seeds: int
) -> list[str | None]:
    """Return what a test says under each seed; under one, when it draws nothing."""
    with mock.patch.dict(os.environ):
        _set(0)
        with _draws() as drew:
            verdicts = [run_case(question, case, names)]
        for seed in range(1, seeds if drew() else 1):
            _set(seed)
            verdicts.append(run_case(question, case, names))
    return verdicts


def _lost(where: str, verdicts: list[str | None], threads: int) -> Iterator[str]:
    lost = [(seed, message) for seed, message in enumerate(verdicts) if message]
    if lost:
        seed, message = lost[0]
        yield (
            f"{where} fails a right answer under {len(lost)} of {len(verdicts)} seeds "
            f"with {threads} threads, first with {VARIABLE}={seed}: {message}"
        )


def _set(seed: int) -> None:
    seed_everything(seed)
    os.environ[VARIABLE] = str(seed)


class _Watched(dict[str, str]):
    """An environment that knows whether anyone asked for the seed."""

    asked = False

    def get(self, key: str, default: Any = None) -> Any:
        self.asked = self.asked or key == VARIABLE
        return super().get(key, default)


@contextmanager
def _draws() -> Iterator[Any]:
    """Tell whether the code inside asked for the seed or drew a random number."""
    before = _generators()
    watched = _Watched(os.environ)
    with mock.patch.object(os, "environ", watched):
        yield lambda: watched.asked or _generators() != before


def _generators() -> tuple[Any, ...]:
    """Return the states of the generators that belong to the process."""
    import random

    import numpy as np
    import torch

    numbers = pickle.dumps(np.random.get_state())
    return random.getstate(), numbers, torch.get_rng_state().numpy().tobytes()
