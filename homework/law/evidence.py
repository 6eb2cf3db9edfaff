"""Put every answer of a question to its tests, and say where the evidence is thin."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from homework.law.complaints import Complaint
from homework.law.repository import cell_files
from homework.questions.answers import Answer, answers, stub_source, verdicts
from homework.questions.cases import Case, read_cases
from homework.questions.cells import read_cells
from homework.questions.layout import Assignment, Question

Verdicts = dict[str, str | None]


def weigh(
    assignment: Assignment,
    question: Question,
    tell: Callable[[str], None] = lambda _: None,
    hear: Callable[[Answer, Verdicts], None] = lambda *_: None,
) -> Iterator[Complaint]:
    """Yield what is wrong with a question's solution, answers and tests.

    Args:
        assignment: whose notebook is run.
        question: the question.
        tell: called with the name of each answer before it is run.
        hear: called with each rejected answer and what the tests said of it.

    """
    cases = read_cases(question.tests)
    if not cases:
        return
    tell("the solution")
    failed: list[tuple[str, BaseException]] = []
    seen = verdicts(assignment, question, hear=lambda *one: failed.append(one))
    for source, error in failed:
        yield _cell_fails(assignment, source, error)
    yield from _solution_passes(question, seen)
    tell("the untouched notebook")
    stub = verdicts(assignment, question, stub_source(question))
    yield from _untouched_fails(question, stub)
    for answer in answers(question, "accepted"):
        tell(answer.name)
        seen = verdicts(assignment, question, answer.source)
        yield from _accepted_passes(answer, seen)
    caught: list[set[str]] = []
    for answer in answers(question, "rejected"):
        tell(answer.name)
        seen = verdicts(assignment, question, answer.source)
        hear(answer, seen)
        caught.append({name for name, message in seen.items() if message})
        yield from rejected_is_caught(answer, seen)
    if not question.is_draft:
        yield from _hidden_tests_are_needed(cases, caught)


def _cell_fails(assignment: Assignment, source: str, error: BaseException) -> Complaint:
    where = (
        f"{path}:{cell.line}"
        for path in cell_files(assignment)
        for cell in read_cells(path).cells
        if cell.source == source
    )
    return Complaint(
        next(where, str(assignment.folder)),
        f"fails, with the solutions in place: {type(error).__name__}: {error}.",
        "Correct the cell.",
    )


def _solution_passes(question: Question, seen: Verdicts) -> Iterator[Complaint]:
    for name, message in seen.items():
        if message:
            yield Complaint(
                str(question.source),
                f"the solution fails {name}: {message}",
                "Correct the solution or the test.",
            )


def _untouched_fails(question: Question, seen: Verdicts) -> Iterator[Complaint]:
    for name, message in seen.items():
        if message is None:
            yield Complaint(
                str(question.tests),
                f"the untouched notebook passes {name}.",
                "Make the test ask for something that `...` does not give.",
            )


def _accepted_passes(answer: Answer, seen: Verdicts) -> Iterator[Complaint]:
    for name, message in seen.items():
        if message:
            yield Complaint(
                str(answer.path),
                f"is a right answer, but {name} fails it: {message}",
                "Loosen the test, or move the file to rejected/.",
            )


def rejected_is_caught(answer: Answer, seen: Verdicts) -> Iterator[Complaint]:
    """Yield what is wrong with what the tests said of a wrong answer."""
    where = str(answer.path)
    if answer.caught_by not in seen:
        return  # the law on answers says so
    message = seen[answer.caught_by]
    if message is None:
        yield Complaint(
            where,
            f"passes {answer.caught_by}, which should catch it.",
            "Sharpen the test.",
        )
    elif answer.hint and answer.hint not in message:
        yield Complaint(
            where,
            f"should bring the hint '{answer.hint}', but the student reads: {message}",
            "Teach the check to recognise the mistake, or correct HINT.",
        )


def _hidden_tests_are_needed(
    cases: list[Case], caught: list[set[str]]
) -> Iterator[Complaint]:
    for case in cases:
        if case.hidden and {case.name} not in caught:
            yield Complaint(
                f"{case.path}:{case.node.lineno}",
                f"no rejected answer needs the hidden test {case.name}: "
                "every one that it catches is caught by another test too.",
                "Add a file to rejected/ that only it catches, or drop the test.",
            )
