"""A wrong answer costs the points of its own question, and of no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from homework.proof.findings import Findings
from homework.questions.answers import (
    Answer,
    answers,
    code_cells,
    run_cases,
    run_cells,
    seed_everything,
    solution_source,
    stub_source,
)
from homework.questions.cells import read_cells
from homework.questions.declared import stands_on
from homework.questions.layout import Assignment, Question
from homework.questions.student_files import desk


def independence(assignment: Assignment, question: Question) -> Findings:
    """Make a question wrong in every known way, and look for points lost elsewhere.

    The untouched cell stands before the tests of all other questions. The rejected
    answers stand before those of the questions that use a name of this one, and before
    each accepted answer of the later ones: students stand on earlier answers in ways
    that the solution does not. Questions that declare that they stand on this one are
    left out.
    """
    others = [
        each
        for each in assignment.questions
        if each != question and each.tests.exists()
    ]
    free = [each for each in others if question.name in stands_on(each)]
    others = [each for each in others if each not in free]
    near = [each for each in others if each.name in users(assignment, question)]
    wrong = [("the untouched cell", stub_source(question), others)]
    rejected = answers(question, "rejected") if near else []
    wrong += [(answer.name, answer.source, near) for answer in rejected]
    later = assignment.questions[assignment.questions.index(question) :]
    right = [
        (other, answer)
        for other in near
        if other in later
        for answer in answers(other, "accepted")
        if answer.name not in stands_on(other)
    ]
    problems: list[str] = []
    pairs = 0
    for name, source, judged in wrong:
        pairs += len(judged)
        for other, test, message in _lost(assignment, question, source, judged):
            problems.append(
                f"{question.folder.parent / other / 'tests.py'}: {test} fails when "
                f"only {question.name} is wrong ({name}): {message} "
                "Let the test stand on a reference."
            )
    for answer in rejected:
        for later_one, beside in right:
            pairs += 1
            for test, message in _lost_beside(assignment, answer, later_one, beside):
                problems.append(
                    f"{later_one.tests}: {test} fails {beside.name}, a right answer, "
                    f"when {question.name} is wrong ({answer.name}): {message} "
                    "Let the test stand on a reference."
                )
    return Findings(
        counts={"wrong": len(wrong), "pairs": pairs},
        problems=problems,
        notes=[f"{each.name}: {stands_on(each)[question.name]}" for each in free],
    )


def _lost(
    assignment: Assignment, question: Question, source: str, others: list[Question]
) -> Iterator[tuple[str, str, str]]:
    seed_everything(0)
    with desk(assignment):
        names = run_cells(code_cells(assignment, {question.name: source}))
        for other in others:
            for test, message in run_cases(other, names).items():
                if message:
                    yield other.name, test, message


def _lost_beside(
    assignment: Assignment, wrong: Answer, other: Question, right: Answer
) -> Iterator[tuple[str, str]]:
    replaced = {wrong.question.name: wrong.source, other.name: right.source}
    seed_everything(0)
    with desk(assignment):
        names = run_cells(code_cells(assignment, replaced, upto=other))
        for test, message in run_cases(other, names).items():
            if message:
                yield test, message


def users(assignment: Assignment, question: Question) -> set[str]:
    """Name the questions that use what a question defines, also through others."""
    defined = set(_bound(solution_source(question)))
    found: set[str] = set()
    while True:
        more = {
            other.name
            for other in assignment.questions
            if other != question
            and other.name not in found
            and other.tests.exists()
            and defined & _used(other.folder)
        }
        if not more:
            return found
        found |= more
        for name in more:
            defined |= set(_bound(solution_source(assignment.question(name))))


def _bound(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        for leaf in ast.walk(node) if not hasattr(node, "body") else ():
            if isinstance(leaf, ast.Name) and isinstance(leaf.ctx, ast.Store):
                yield leaf.id


@cache
def _used(folder: Path) -> frozenset[str]:
    """Collect the names in a question's tests and code, and texts: `env["name"]`.

    The code of its accepted answers counts as well.
    """
    question = Question(folder)
    sources = [question.tests.read_text(encoding="utf-8")]
    for path in (question.source, question.after):
        if path.exists():
            cells = read_cells(path).cells
            sources += [cell.source for cell in cells if cell.kind == "code"]
    sources += [each.source for each in answers(question, "accepted")]
    found: set[str] = set()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.arg | ast.keyword) and node.arg:
                found.add(node.arg)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return frozenset(found)
