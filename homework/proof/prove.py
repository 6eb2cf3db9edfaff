"""Prove assignments, side by side; only what changed since the last time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.base.jobs import Stopped, Tell, run_jobs
from homework.law.check import prepare
from homework.proof.bank import GOLDEN, bank, messages
from homework.proof.findings import Findings
from homework.proof.independence import independence
from homework.proof.judgement import shortcomings, stale
from homework.proof.mutation import mutation
from homework.proof.pairs import hints_of_pairs
from homework.proof.record import (
    Entry,
    Record,
    Task,
    fingerprints,
    read_record,
    record_path,
    write_record,
)
from homework.proof.seeds import seeds
from homework.questions.answers import answers
from homework.questions.layout import Assignment, Question, Repository

SECONDS_A_TASK = 900.0

_Result = tuple[float, Findings] | Stopped  # CPU seconds, and what was found


@dataclass(frozen=True)
class Proof:
    """How the proof of one assignment came out."""

    assignment: Assignment
    record: Record
    renewed: int
    shortcomings: list[str]

    @property
    def summary(self) -> str:
        """The last line that the author reads."""
        news = f"{self.renewed} of {len(self.record)} parts proven anew"
        count = len(self.shortcomings)
        verdict = f"{count} shortcomings" if count else "proven"
        return f"{self.assignment.name}: {verdict} ({news})"


def prove(
    repository: Repository,
    assignments: Sequence[Assignment],
    *,
    again: bool = False,
    begin: Callable[[int], None] = lambda _: None,
    done: Callable[[Task], None] = lambda _: None,
) -> list[Proof]:
    """Renew the records of assignments; drafts are left out.

    Args:
        repository: where the records are kept.
        assignments: what to prove.
        again: also what has not changed.
        begin: called with the number of tasks.
        done: called when a task has ended.

    """
    assignments = [each.finished for each in assignments]
    records = {
        each.name: read_record(record_path(repository, each)) for each in assignments
    }
    wanted: dict[Task, str] = {}
    for each in assignments:
        digests = fingerprints(each)
        old = digests if again else stale(digests, records[each.name])
        wanted |= {task: digests[task] for task in old}
        records[each.name] = _without_others(records[each.name], digests)
    begin(len(wanted))

    def keep(task: Task, result: _Result) -> None:
        record = records[task.assignment.name]
        record[task.key] = _entry(task, wanted[task], result)
        write_record(record_path(repository, task.assignment), record)
        done(task)

    if wanted:
        prepare()
    # The longest first, so that no processor waits for the last one.
    ordered = sorted(wanted, key=lambda task: -_last_time(records, task))
    run_jobs(judge, ordered, limit=SECONDS_A_TASK, done=keep)
    proofs = []
    for each in assignments:
        record = records[each.name]
        write_record(record_path(repository, each), record)
        renewed = sum(1 for task in wanted if task.assignment == each)
        proofs.append(Proof(each, record, renewed, list(shortcomings(each, record))))
    return proofs


def _without_others(record: Record, known: Iterable[Task]) -> Record:
    """Drop what was proven about questions and answers that are gone."""
    keys = {task.key for task in known}
    return {key: entry for key, entry in record.items() if key in keys}


def write_messages(assignments: Sequence[Assignment]) -> list[Path]:
    """Write down anew what students read; return the files that changed."""
    questions = [
        (each, question)
        for each in assignments
        for question in each.finished.questions
        if question.tests.exists()
    ]
    prepare()
    texts = run_jobs(_message, questions, limit=SECONDS_A_TASK)
    changed = []
    for (_, question), text in zip(questions, texts, strict=True):
        path = question.folder / GOLDEN
        if isinstance(text, Stopped):
            raise HomeworkError(
                path, f"cannot be written: {text.why}.", "Run it again."
            )
        if write_text(path, text):
            changed.append(path)
    return changed


def _message(job: tuple[Assignment, Question], _tell: Tell) -> str:
    return messages(*job)


def _last_time(records: dict[str, Record], task: Task) -> float:
    entry = records[task.assignment.name].get(task.key)
    return entry.seconds if entry else 0.0


def judge(task: Task, _tell: Tell) -> tuple[float, Findings]:
    """Carry out one part of a proof; return the CPU seconds and what was found."""
    start = time.process_time()  # other work on the machine does not count
    try:
        found = _findings(task)
    except HomeworkError as error:
        found = Findings(problems=[str(error)])
    return round(time.process_time() - start, 1), found


def _findings(task: Task) -> Findings:
    assignment, question = task.assignment, task.question
    if task.part == "seeds":
        sources = {each.name: each.source for each in answers(question, "accepted")}
        return seeds(assignment, question, task.answer, sources.get(task.answer))
    parts = {
        "bank": bank,
        "pairs": hints_of_pairs,
        "mutation": mutation,
        "independence": independence,
    }
    return parts[task.part](assignment, question)


def _entry(task: Task, digest: str, result: _Result) -> Entry:
    if isinstance(result, Stopped):
        problem = f"{task.question.folder}: the part {task.key} {result.why}."
        result = SECONDS_A_TASK, Findings(problems=[problem])
    seconds, found = result
    here = f"{task.assignment.folder.parent.parent}/"
    problems = [problem.replace(here, "") for problem in found.problems]
    return Entry(digest, seconds, replace(found, problems=problems))
