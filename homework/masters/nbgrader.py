"""Read a master of nbgrader: metadata of cells say what is answer, test and task.

Its questions have no names and no bounds. Answers and the tests that follow them, up to
the next answer, are one question; it is called as its first graded cell is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from homework.base import syntax
from homework.masters import answers, marks
from homework.masters.master import Asked, Draft, Old, Test, wrong
from homework.questions.cells import Cell

BEGIN_HIDDEN = re.compile(r"^\s*#+\s*BEGIN\s+HIDDEN\s+TESTS?\b", re.IGNORECASE)
END_HIDDEN = re.compile(r"^\s*#+\s*END\s+HIDDEN\s+TESTS?\b", re.IGNORECASE)
SCHEME = re.compile(
    r"^[=#\s]*BEGIN\s+MARK\s+SCHEME\b.*?\n(.*?)(^[=#\s]*END\s+MARK\s+SCHEME\b.*?$|\Z)",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
WRITTEN = re.compile(
    r"^[#=\s]*BEGIN\s+SOLUTION\b.*?\n(.*?)^[#=\s]*END\s+SOLUTION\b.*?$",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
AUTOTEST = re.compile(r"^(\s*)###\s*(?:HASHED\s+)?AUTOTEST\s+(.*)$")
UNKNOWN = "(what it shows is not known yet)"


def is_of_this_style(cells: list[Old]) -> bool:
    """Say whether some cell is marked as an answer, a test or a task."""
    return any(_is_answer(c) or _is_test(c) or _is_task(c) for c in cells)


def graded(cells: list[Old]) -> int:
    """Count the cells that bring points."""
    return sum(1 for cell in cells if cell.grade.get("grade") or _is_task(cell))


def _is_answer(cell: Old) -> bool:
    return cell.grade.get("solution") is True


def _is_test(cell: Old) -> bool:
    return cell.grade.get("grade") is True and not _is_answer(cell)


def _is_task(cell: Old) -> bool:
    return cell.grade.get("task") is True


def _points(draft: Draft, cell: Old) -> float:
    value = cell.grade.get("points", 0)
    try:
        return float(value or 0)
    except (TypeError, ValueError) as error:
        raise wrong(
            draft.path,
            cell.number,
            f"says points: {value!r}, which is no number.",
            "Correct it in nbgrader's toolbar.",
        ) from error


@dataclass
class _Reader:
    draft: Draft
    waiting: list[Old] = field(default_factory=list)  # since the last graded cell
    answered: list[Old] = field(default_factory=list)  # answers without tests so far
    seen: int = 0

    def read(self, cell: Old) -> None:
        """Take one cell in."""
        if _is_task(cell) or (_is_answer(cell) and cell.grade.get("grade") is True):
            self._close()
            self._manual(cell)
        elif _is_answer(cell):
            self._answer(cell)
        elif _is_test(cell):
            self._test(cell)
        else:
            self.waiting.append(cell)

    def finish(self) -> None:
        """Take in what stands behind the last graded cell."""
        self._close()
        self._after(self.waiting)
        self.waiting = []

    def _answer(self, cell: Old) -> None:
        questions = self.draft.questions
        if not questions or questions[-1].tests or questions[-1].manual:
            self._open(cell)
        else:
            self._flush(questions[-1])
        self._solve(self.draft.questions[-1], cell)

    def _solve(self, question: Asked, cell: Old) -> None:
        if cell.kind == "markdown":
            question.cells += _written(self.draft, cell)
        else:
            question.cells.append(answers.solution(self.draft, cell))

    def _open(self, cell: Old, *, manual: bool = False) -> Asked:
        """Begin a question; the text right above its first cell is its statement."""
        split = len(self.waiting)
        while split and self.waiting[split - 1].kind == "markdown":
            split -= 1
        self._after(self.waiting[:split])
        statement, self.waiting = self.waiting[split:], []
        name = str(cell.grade.get("grade_id") or f"cell{cell.number}")
        question = Asked(name, manual=manual)
        question.cells = [
            c for old in statement for c in answers.given(self.draft, old)
        ]
        self.draft.questions.append(question)
        return question

    def _after(self, cells: list[Old]) -> None:
        made = [cell for old in cells for cell in answers.given(self.draft, old)]
        questions = self.draft.questions
        (questions[-1].after if questions else self.draft.intro).extend(made)

    def _flush(self, question: Asked) -> None:
        for old in self.waiting:
            question.cells += answers.given(self.draft, old)
        self.waiting = []

    def _close(self) -> None:
        """End a question whose answers no test follows: a person looks at it."""
        questions = self.draft.questions
        if questions and not questions[-1].tests and not questions[-1].manual:
            question = questions[-1]
            question.manual, question.points = True, 0
            self.draft.notes.append(
                f"{question.name}: no test follows, so it is a question without points"
            )

    def _manual(self, cell: Old) -> None:
        self.seen += 1
        question = self._open(cell, manual=True)
        question.points = _points(self.draft, cell)
        if _is_task(cell):
            question.cells += _task(self.draft, cell)
        else:
            self._solve(question, cell)

    def _test(self, cell: Old) -> None:
        self.seen += 1
        questions = self.draft.questions
        if not questions or questions[-1].manual:
            self._open(cell)
        question = questions[-1]
        if question.tests:
            question.after += [
                made for old in self.waiting for made in answers.given(self.draft, old)
            ]
            self.waiting = []
        else:
            self._flush(question)
        question.tests += _tests(self.draft, cell)


def _written(draft: Draft, cell: Old) -> list[Cell]:
    """Make prompt and solution of a Markdown answer; unmarked, all is the solution."""
    found = WRITTEN.search(cell.source + "\n")
    if not found:
        return [answers.written_answer(draft, cell)] if cell.source.strip() else []
    rest = replace(cell, source=WRITTEN.sub("", cell.source + "\n").strip())
    return [
        *answers.given(draft, rest),
        answers.written_answer(draft, cell, found.group(1).strip()),
    ]


def _task(draft: Draft, cell: Old) -> list[Cell]:
    found = SCHEME.search(cell.source + "\n")
    rest = replace(cell, source=SCHEME.sub("", cell.source + "\n").strip())
    scheme = found.group(1).strip() if found else ""
    made = answers.given(draft, rest)
    solution = answers.written_answer(draft, cell, scheme or "(no mark scheme)")
    return [*made, solution]


def _tests(draft: Draft, cell: Old) -> list[Test]:
    """Make the tests of a cell; hidden lines in it make a second, hidden one.

    nbgrader gives the points of the cell when all of it passes: so the hidden test
    holds the public lines too, and all points.
    """
    if cell.kind != "code":
        draft.note(cell.number, "is a test that is no code, so it is left out")
        return []
    points = _points(draft, cell)
    lines = answers.bare_lines(draft, cell)
    public, everything = _parted(draft, cell, lines)
    if not _has_test(everything):
        draft.note(cell.number, f"is a test cell without a test ({points:g} points)")
        return []
    if len(public) == len(everything):
        return _shown(draft, cell, everything, points, hidden=False)
    found = _shown(draft, cell, everything, points, hidden=True)
    if _has_test(public):
        return _shown(draft, cell, public, 0.0, hidden=False) + found
    return found


def _has_test(lines: list[str]) -> bool:
    text = "\n".join(AUTOTEST.sub(r"\1\2", line) for line in lines)
    try:
        return bool(syntax.parse(text).body)
    except SyntaxError:
        return False


def _parted(draft: Draft, cell: Old, lines: list[str]) -> tuple[list[str], list[str]]:
    public, everything, inside = [], [], False
    for line in lines:
        if BEGIN_HIDDEN.match(line):
            inside = True
        elif END_HIDDEN.match(line):
            inside = False
        else:
            everything.append(line)
            if not inside:
                public.append(line)
    if inside:
        raise wrong(
            draft.path,
            cell.number,
            "has a BEGIN HIDDEN TESTS without its END.",
            "Close it.",
        )
    return public, everything


def _shown(
    draft: Draft, cell: Old, lines: list[str], points: float, *, hidden: bool
) -> list[Test]:
    autotests = [found for line in lines if (found := AUTOTEST.match(line))]
    rest = "\n".join(line for line in lines if not AUTOTEST.match(line))
    made = []
    if _has_test([rest]):
        made.append(Test(rest.strip("\n"), cell.number, hidden=hidden))
    made += [
        Test(f.group(2), cell.number, hidden=hidden, shown=UNKNOWN) for f in autotests
    ]
    if autotests:
        draft.note(
            cell.number, "AUTOTEST lines compare with what the solution shows now"
        )
    for test in made:
        test.points = points / len(made)
    return made


def read(draft: Draft, cells: list[Old]) -> None:
    """Sort the cells of a master into the draft.

    Raises:
        HomeworkError: when points or markers cannot be read, or a graded cell is lost.

    """
    reader = _Reader(draft)
    for cell in cells:
        reader.read(_without_call_to_fail(cell))
    reader.finish()
    if reader.seen != graded(cells):
        raise wrong(
            draft.path, 1, "has graded cells that no question took in.", "Report it."
        )


def _without_call_to_fail(cell: Old) -> Old:
    """Drop what nbgrader writes in the place of an answer: it is no solution."""
    if _is_answer(cell) and cell.kind == "code" and marks.has_marks(cell.source):
        lines = cell.source.splitlines()
        kept = [
            line
            for line in lines
            if line.strip() not in ("raise NotImplementedError()", "# YOUR CODE HERE")
        ]
        return replace(cell, source="\n".join(kept))
    return cell
