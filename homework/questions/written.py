"""Written questions: what a person reads them for, and answers that miss some of it.

The solution cell of such a question ends with its rubric, a line `- 2 points: ...` for
each idea. `rejected/*.md` are wrong answers as students write them; the first line of
each says what it earns and why: `Earns 1 of 4: names the effect, but no reason.`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from homework.questions.cells import SOLUTION, read_cells
from homework.questions.layout import Question

LINE = re.compile(r"^- (\d+(?:\.\d+)?) points?: (\S.*)$", re.MULTILINE)
EARNS = re.compile(r"Earns (\d+(?:\.\d+)?) of (\d+(?:\.\d+)?): (\S.*\.)")
FOR_THE_READER = "**An answer that earns"


@dataclass(frozen=True)
class WrongAnswer:
    """A written answer that misses something.

    Attributes:
        path: where it lies.
        points: what it earns.
        out_of: what its file says that the question is worth.
        why: what it has and what it lacks.
        text: the answer, Markdown.

    """

    path: Path
    points: float
    out_of: float
    why: str
    text: str


def rubric(question: Question) -> list[tuple[float, str]]:
    """List the rubric of a written question: points, and the idea that earns them."""
    for cell in read_cells(question.source).cells:
        if SOLUTION in cell.tags:
            return [(float(points), idea) for points, idea in LINE.findall(cell.source)]
    return []


def wrong_answers(question: Question) -> list[Path]:
    """List the files of wrong answers, in order of name."""
    return sorted((question.folder / "rejected").glob("*.md"))


def read_wrong_answer(path: Path) -> WrongAnswer | None:
    """Read a wrong answer; ``None`` where its first line does not say what it earns."""
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    said = EARNS.fullmatch(first)
    if said is None:
        return None
    return WrongAnswer(path, float(said[1]), float(said[2]), said[3], rest.strip())


def for_the_reader(question: Question) -> str:
    """Show whoever grades the wrong answers, as Markdown; "" where there are none."""
    read = [read_wrong_answer(path) for path in wrong_answers(question)]
    parts = [
        f"{FOR_THE_READER} {answer.points:g} of {answer.out_of:g}:** {answer.why}\n\n"
        + "\n".join(f"> {line}".rstrip() for line in answer.text.splitlines())
        for answer in read
        if answer is not None
    ]
    return "\n\n".join(parts)
