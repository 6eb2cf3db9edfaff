"""Which question covers which row of the course's problem list, and how."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from homework.base import syntax
from homework.base.errors import HomeworkError
from homework.base.files import read_toml
from homework.law.settings import is_manual, listed_rows
from homework.law.written import KINDS, collects
from homework.questions.answers import answers, solution_source
from homework.questions.cases import read_cases
from homework.questions.cells import read_cells
from homework.questions.layout import Question, Repository
from homework.questions.written import wrong_answers

HEADER = (
    "row",
    "asks",
    "assignment",
    "question",
    "collects",
    "points",
    "public",
    "hidden",
    "right",
    "wrong",
)


@dataclass(frozen=True)
class Covered:
    """One row of the problem list, met by one question.

    Attributes:
        row: of the list.
        asks: what the list wants there: "explain", "derive", "draw", or "" for a value
            or code.
        assignment: whose question it is.
        question: its name.
        collects: how the question collects the row: what a person reads it for, or
            "code", "value" or "letters", as the solution is made.
        points: of the question.
        public: tests.
        hidden: tests.
        accepted: answers in its bank.
        rejected: answers in its bank.

    """

    row: str
    asks: tuple[str, ...]
    assignment: str
    question: str
    collects: tuple[str, ...]
    points: float
    public: int
    hidden: int
    accepted: int
    rejected: int

    @property
    def columns(self) -> tuple[str, ...]:
        """The line of the table."""
        counts = (self.public, self.hidden, self.accepted, self.rejected)
        return (
            self.row,
            ", ".join(self.asks),
            self.assignment,
            self.question,
            ", ".join(self.collects),
            f"{self.points:g}",
            *(str(count) for count in counts),
        )


def wanted_rows(repository: Repository) -> list[str]:
    """List the rows that `homework.toml` asks for, in its order."""
    counts = listed_rows(repository.root / "homework.toml")
    return [
        f"{letter}{n}" for letter, count in counts.items() for n in range(1, count + 1)
    ]


def asks(repository: Repository) -> dict[str, list[str]]:
    """Say for each kind of `homework.toml` which rows ask for it."""
    found = read_toml(repository.root / "homework.toml").get("asks", {})
    return {kind: list(found.get(kind, ())) for kind in KINDS}


def coverage(repository: Repository) -> list[Covered]:
    """List what is covered, in the order of the problem list."""
    order = {row: place for place, row in enumerate(wanted_rows(repository))}
    wanted = asks(repository)
    found = [
        covered
        for assignment in repository.assignments()
        for question in assignment.questions
        for covered in _covered(assignment.name, question, wanted)
    ]
    return sorted(found, key=lambda item: order.get(item.row, len(order)))


def _covered(
    assignment: str, question: Question, wanted: dict[str, list[str]]
) -> Iterator[Covered]:
    settings = read_cells(question.source).values
    cases = read_cases(question.tests)
    points = sum(case.points for case in cases) + question.points_by_hand
    for row in str(settings.get("rows", "")).replace(",", " ").split():
        yield Covered(
            row=row,
            asks=tuple(kind for kind, rows in wanted.items() if row in rows),
            assignment=assignment,
            question=question.name,
            collects=_collects(question),
            points=points,
            public=sum(not case.hidden for case in cases),
            hidden=sum(case.hidden for case in cases),
            accepted=len(answers(question, "accepted")),
            rejected=len(answers(question, "rejected") or wrong_answers(question)),
        )


def _collects(question: Question) -> tuple[str, ...]:
    """Say how a question collects its rows."""
    if is_manual(question):
        return tuple(collects(read_cells(question.source).values))
    try:
        body = syntax.parse(solution_source(question)).body
    except SyntaxError as error:
        raise HomeworkError(
            question.source,
            f"has a solution that is no Python: {error.msg}.",
            "Run `homework check`.",
        ) from error
    if any(isinstance(part, ast.FunctionDef | ast.ClassDef) for part in body):
        return ("code",)
    values = [part.value for part in body if isinstance(part, ast.Assign)]
    are_texts = [
        isinstance(v, ast.Constant) and isinstance(v.value, str) for v in values
    ]
    return ("letters",) if all(are_texts) else ("value",)


def uncollected(found: list[Covered]) -> list[tuple[str, str]]:
    """List the rows whose reasons nobody reads: (row, what it asks).

    Letters show no reason and no derivation, and code shows none either; what is drawn,
    code can see.
    """
    have: dict[str, set[str]] = {}
    for item in found:
        have.setdefault(item.row, set()).update(item.collects)
    enough = {"draw": {"draw", "code", "value"}}
    wants = sorted({(item.row, kind) for item in found for kind in item.asks})
    return [
        pair for pair in wants if not enough.get(pair[1], {pair[1]}) & have[pair[0]]
    ]


def missing_rows(repository: Repository, found: list[Covered]) -> list[str]:
    """List the rows that no question covers."""
    have = {item.row for item in found}
    return [row for row in wanted_rows(repository) if row not in have]


def coverage_page(found: list[Covered], wanted: int) -> str:
    """Render the table as the Markdown page ``docs/coverage.md``."""
    rows = len({item.row for item in found})
    lines = [
        "# Coverage",
        "",
        "Generated by `homework coverage` from the questions; do not edit.",
        f"{rows} of {wanted} rows of the problem list have a question.",
        "Points are those of the whole question.",
        "`asks` is what the problem list wants beyond a value or code.",
        "`collects` is what a person reads it for, or what its tests see.",
        "",
        "| " + " | ".join(HEADER) + " |",
        "|" + "---|" * len(HEADER),
        *("| " + " | ".join(item.columns) + " |" for item in found),
    ]
    return "\n".join(lines) + "\n"
