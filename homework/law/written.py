"""The law on written questions: a rubric, and wrong answers with what they earn."""

from __future__ import annotations

import math
from collections.abc import Mapping

from homework.law.complaints import Complaint, Found, at, line_of
from homework.law.settings import is_manual, question_points
from homework.questions.cells import SOLUTION, read_cells
from homework.questions.layout import Question
from homework.questions.written import read_wrong_answer, rubric, wrong_answers

KINDS = ("explain", "derive", "draw")  # what a person reads, as `# collects:` names it
FEWEST_WRONG = 2


def written(question: Question) -> Found:
    """Yield what a person who grades the question would miss."""
    worth = question_points(question)
    if not is_manual(question) or not worth:
        return
    yield from _kinds(question)
    if question.is_draft:
        return
    path = question.source
    cells = read_cells(path).cells
    total = sum(points for points, _ in rubric(question))
    if any(SOLUTION in cell.tags for cell in cells) and not math.isclose(total, worth):
        yield Complaint(
            at(path),
            f"is worth {worth:g} points, but the lines of its rubric give {total:g}.",
            "End the solution with a line `- 1 point: ...` for each idea.",
        )
    files = wrong_answers(question)
    if len(files) < FEWEST_WRONG:
        yield Complaint(
            str(question.folder / "rejected"),
            f"holds {len(files)} wrong answers; whoever grades needs {FEWEST_WRONG}.",
            "Write the two commonest ones, as students write them, in `NAME.md`.",
        )
    for file in files:
        answer = read_wrong_answer(file)
        if answer is None:
            yield Complaint(
                at(file),
                "does not say what the answer earns.",
                f"Write a first line such as `Earns 1 of {worth:g}: no reason.`",
            )
        elif not 0 <= answer.points < answer.out_of or answer.out_of != worth:
            yield Complaint(
                at(file),
                f"earns {answer.points:g} of {answer.out_of:g}, "
                f"but a wrong answer gets less than {worth:g} of {worth:g}.",
                "Correct the first line.",
            )


def _kinds(question: Question) -> Found:
    kinds = collects(read_cells(question.source).values)
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown or not kinds:
        yield Complaint(
            at(question.source, line_of(question.source, "# collects")),
            f"collects {', '.join(unknown) or 'nothing that is named'}.",
            f"Write `# collects: {KINDS[0]}`; there are {', '.join(KINDS)}.",
        )


def collects(settings: Mapping[str, object]) -> list[str]:
    """List what a person reads an answer for: explain, derive or draw."""
    return str(settings.get("collects", "")).replace(",", " ").split()
