"""Hold whole assignments against law, style and evidence."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from homework.base.errors import HomeworkError, unreadable
from homework.base.jobs import START, Stopped, Tell, run_jobs
from homework.law.complaints import Complaint, at, hold, line_of
from homework.law.evidence import weigh
from homework.law.kept import Kept, rests_on
from homework.law.markers import solution_cell
from homework.law.repository import complaints
from homework.law.style import style_complaints
from homework.questions.answers import answers
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment, Question

SECONDS_A_QUESTION = 120.0


@dataclass(frozen=True)
class Report:
    """What was found in one assignment."""

    assignment: Assignment
    complaints: tuple[Complaint, ...]
    run: int  # how many questions' answers were put to their tests
    kept: int  # and how many were not, because nothing changed

    @property
    def notes(self) -> list[str]:
        """What the author should know of, and is no complaint: the drafts."""
        return [
            f"{at(draft.source, line_of(draft.source, '# draft'))}: is a draft: its "
            "proof is asked for at release."
            for draft in self.assignment.drafts
        ]

    @property
    def summary(self) -> str:
        """The last line that the author reads."""
        name, count = self.assignment.name, len(self.complaints)
        if count:
            return f"{name}: {count} {'complaint' if count == 1 else 'complaints'}"
        questions = self.assignment.questions
        tests = sum(len(read_cases(question.tests)) for question in questions)
        tried = sum(
            len(answers(question, verdict))
            for question in questions
            for verdict in ("accepted", "rejected")
        )
        return (
            f"{name}: {len(questions)} questions, {tests} tests, {tried} answers: "
            f"all laws hold ({self.run} questions run, {self.kept} kept)"
        )


def prove(
    assignments: Sequence[Assignment],
    *,
    again: bool = False,
    proven: Collection[Question] = (),
    limit: float = SECONDS_A_QUESTION,
    begin: Callable[[int], None] = lambda _: None,
    done: Callable[[], None] = lambda: None,
) -> list[Report]:
    """Check assignments; questions run at once, each in a process of its own.

    The answers of a question run when something changed that they rest on, or when
    they brought a complaint the last time.

    Args:
        assignments: what to check.
        again: run also what has not changed.
        proven: whose answers are known to have the right verdicts, as they are now.
        limit: seconds that the answers of one question may take.
        begin: called with the number of questions whose answers run.
        done: called when a question has been judged.

    """
    kept = {each: Kept(each) for each in assignments}
    tested = [(a, q) for a in assignments for q in a.questions if q.tests.exists()]
    rested_on = {job: rests_on(*job) for job in tested if again or job[1] not in proven}
    jobs = [
        (each, question)
        for (each, question), digest in rested_on.items()
        if again or not kept[each].has(question, digest)
    ]
    begin(len(jobs))
    if jobs:
        prepare()
    found = run_jobs(_judge, jobs, limit=limit, done=lambda *_: done())
    evidence = dict(zip(jobs, found, strict=True))
    reports = []
    for each in assignments:
        listed = complaints(each) + style_complaints(each)
        own = [question for assignment, question in jobs if assignment == each]
        for question in own:
            said = _as_complaints(question, evidence[each, question], limit)
            listed += said
            if not said:
                kept[each].add(question, rested_on[each, question])
        others = sum(1 for assignment, _ in tested if assignment == each) - len(own)
        reports.append(Report(each, tuple(dict.fromkeys(listed)), len(own), others))
    return reports


def prepare() -> None:
    """Import once what every fork needs, and keep it from using every processor."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("MPLBACKEND", "agg")
    os.environ.setdefault("HOMEWORK_SEED", "0")
    os.environ.setdefault(
        "OMP_WAIT_POLICY", "PASSIVE"
    )  # two threads beside another job
    if START == "fork":
        import otter.assign.solutions  # noqa: F401
        import torch._dynamo  # noqa: F401  # what the first step of an optimizer imports

        import checks  # noqa: F401


def _judge(job: tuple[Assignment, Question], tell: Tell) -> list[Complaint]:
    assignment, question = job
    found: list[Complaint] = []
    try:
        for complaint in weigh(assignment, question, tell):
            found.append(complaint)
    except HomeworkError as error:
        # Of markers that do not close, the law on markers says the line.
        slips = hold(solution_cell, question) if _is_of_source(error, question) else []
        found += slips or [Complaint(error.where, error.problem, error.remedy)]
    except Exception as error:
        if known := unreadable(error):
            return [*found, Complaint(known.where, known.problem, known.remedy)]
        found.append(
            Complaint(
                str(question.folder),
                f"cannot be judged: {type(error).__name__}: {error}.",
                "Correct the file that it names.",
            )
        )
    return found


def _is_of_source(error: HomeworkError, question: Question) -> bool:
    return error.where == str(question.source)


def _as_complaints(
    question: Question, found: list[Complaint] | Stopped, limit: float
) -> list[Complaint]:
    if isinstance(found, Stopped):
        where = Path(question.folder, found.at)
        at = where.with_suffix(".py") if "/" in found.at else question.source
        return [
            Complaint(
                str(at),
                f"{found.why}, at {found.at}.",
                f"Make it end by itself; a question has {limit:g} s for all answers.",
            )
        ]
    return found
