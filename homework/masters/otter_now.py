"""Read a master of Otter 1 to 7: raw cells (or `otter` fences) mark its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from homework.masters import answers, blocks, config
from homework.masters.answers import given, prompt_and_answer
from homework.masters.master import Asked, Draft, Old, Test, wrong
from homework.questions.cells import Cell

BEGIN_CONFIG = re.compile(
    r"^(.\s*=\s*)?(\"\"\"?|'''?)\s*#\s*BEGIN\s*TEST\s*CONFIG", re.IGNORECASE
)
END_CONFIG = re.compile(r"^\s*(\"\"\"?|'''?)\s*;?\s*#\s*END\s*TEST\s*CONFIG", re.I)
HIDDEN = re.compile(r"^\s*#.*\bhidden\b", re.IGNORECASE)
TEST_HEADING = re.compile(r"^\s*#+\s*TEST\s*#*\s*$", re.IGNORECASE)


def is_of_this_style(cells: list[Old]) -> bool:
    """Say whether a mark opens or closes a block, as only later masters have them."""
    marks = {blocks.mark(cell) for cell in cells}
    return bool(marks - {("", ""), ("BEGIN", "ASSIGNMENT"), ("BEGIN", "QUESTION")}) or (
        any(
            blocks.mark(cell) == ("BEGIN", "QUESTION") and not blocks.is_bare(cell)
            for cell in cells
        )
    )


@dataclass
class _Reader:
    """Where the reading stands: the open question, and the block inside it."""

    draft: Draft
    question: Asked | None = None
    inner: str = ""
    block: list[Old] = field(default_factory=list)
    prompt: list[Old] = field(default_factory=list)
    tested: bool = False

    def read(self, cell: Old) -> None:
        """Take one cell in."""
        word, kind = blocks.mark(cell)
        if kind == "ASSIGNMENT":
            config.take_settings(self.draft, cell.number, blocks.settings(cell))
        elif kind:
            self._mark(cell, word, kind)
        elif self.inner:
            self.block.append(cell)
        elif self.question is not None:
            made = given(self.draft, cell)
            if cell.kind == "code" and made and _is_answer(made):
                self.draft.note(
                    cell.number, "is a solution outside of a solution block"
                )
            target = self.question.after if self.tested else self.question.cells
            target += made
        else:
            self._between(cell)

    def _between(self, cell: Old) -> None:
        made = given(self.draft, cell)
        questions = self.draft.questions
        (questions[-1].after if questions else self.draft.intro).extend(made)

    def _mark(self, cell: Old, word: str, kind: str) -> None:
        if kind == "PLUGIN":
            self.draft.note(cell.number, "a plugin of Otter's is not carried")
            self.inner = "PLUGIN" if word == "BEGIN" else ""
            self.block = []
        elif word == "BEGIN":
            self._begin(cell, kind)
        else:
            self._end(cell, kind)

    def _begin(self, cell: Old, kind: str) -> None:
        if self.inner:
            self._complain(cell, f"begins inside the block {self.inner}")
        if kind == "QUESTION":
            if self.question is not None:
                self._complain(cell, f"begins inside the question {self.question.name}")
            self._open(cell)
            return
        if self.question is None:
            self._complain(cell, "begins outside of a question")
        self.inner, self.block = kind, []

    def _end(self, cell: Old, kind: str) -> None:
        question = self.question
        if kind == "QUESTION":
            if self.inner:
                self._complain(cell, f"stands inside the block {self.inner}")
            if question is None:
                self._complain(cell, "ends without its BEGIN")
                return
            self._close_prompt(question)
            self.draft.questions.append(question)
            self.question = None
            return
        if question is None or self.inner != kind:
            self._complain(cell, "ends without its BEGIN")
            return
        self.inner = ""
        if kind == "PROMPT":
            self.prompt += self.block
        elif kind == "SOLUTION":
            self._solve(question)
        else:
            self._test(question)

    def _complain(self, cell: Old, problem: str) -> None:
        raise wrong(
            self.draft.path,
            cell.number,
            f"the raw cell `{cell.first}` {problem.strip()}.",
            "Correct the raw cells: each BEGIN has its END, inside one question.",
        )

    def _open(self, cell: Old) -> None:
        found = config.parsed(self.draft.path, cell.number, blocks.settings(cell))
        self.question = asked(self.draft, cell, found)
        self.tested = False

    def _solve(self, question: Asked) -> None:
        prompt, self.prompt = self.prompt, []
        solution, self.block = self.block, []
        cells = prompt_and_answer(self.draft, prompt, solution)
        (question.after if self.tested else question.cells).extend(cells)
        if self.tested and any(cell.kind == "code" for cell in cells):
            question.cells += question.after
            question.after = []

    def _close_prompt(self, question: Asked) -> None:
        prompt, self.prompt = self.prompt, []
        question.cells += prompt_and_answer(self.draft, prompt, [])

    def _test(self, question: Asked) -> None:
        self._close_prompt(question)
        for cell in self.block:
            if cell.kind != "code":
                self.draft.note(cell.number, "stands among tests, so it is left out")
                continue
            question.tests += test(self.draft, cell)
        self.tested = True


def _is_answer(cells: list[Cell]) -> bool:
    return any("solution" in cell.tags for cell in cells)


def asked(draft: Draft, cell: Old, found: dict[str, Any]) -> Asked:
    """Make a question of its settings, and note those that are left out.

    Raises:
        HomeworkError: when it has no name.

    """
    name = str(found.get("name", "")).strip()
    if not name:
        raise wrong(
            draft.path, cell.number, "a question has no name.", "Write `name: q1`."
        )
    for key in sorted(set(found) - config.OF_QUESTIONS - {None, "private_points"}):
        draft.note(cell.number, f"the setting `{key}` of {name} is left out")
    if found.get("check_cell") is False:
        draft.note(cell.number, f"{name} gets a check cell, though it says none")
    return Asked(
        name,
        manual=found.get("manual") is True,
        points=found.get("points"),
        all_or_nothing=found.get("all_or_nothing") is True,
    )


def test(draft: Draft, cell: Old) -> list[Test]:
    """Read one test cell; one that is to be ignored makes none."""
    if answers.is_ignored(cell):
        return []
    lines = answers.bare_lines(draft, cell)
    settings: dict[str, Any] = {}
    hidden = bool(lines) and bool(HIDDEN.match(lines[0]))
    if lines and BEGIN_CONFIG.match(lines[0]):
        end = next((n for n, line in enumerate(lines) if END_CONFIG.match(line)), None)
        if end is None:
            raise wrong(
                draft.path,
                cell.number,
                "has a BEGIN TEST CONFIG without its END.",
                "Close it.",
            )
        text = "\n".join(lines[1:end])
        settings = config.parsed(draft.path, cell.number, text)
        lines = lines[end + 1 :]
    elif hidden or (lines and TEST_HEADING.match(lines[0])):
        lines = lines[1:]
    for key in sorted(set(settings) - config.OF_TESTS):
        draft.note(cell.number, f"the setting `{key}` of a test is left out")
    if settings.get("success_message"):
        draft.note(cell.number, "the success_message of a test is left out")
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        draft.note(cell.number, "is a test cell without a test")
        return []
    return [
        Test(
            "\n".join(lines).strip("\n"),
            cell.number,
            hidden=bool(settings.get("hidden", hidden)),
            shown=cell.shown,
            points=settings.get("points"),
            message=str(settings.get("failure_message") or ""),
            is_function=not config.ok_format(draft.settings),
            there=cell.prints,
        )
    ]


def read(draft: Draft, cells: list[Old]) -> None:
    """Sort the cells of a master into the draft.

    Raises:
        HomeworkError: when its blocks do not close, or hold something odd.

    """
    reader = _Reader(draft)
    for cell in cells:
        reader.read(cell)
    if reader.question is not None:
        raise wrong(
            draft.path,
            cells[-1].number,
            f"the notebook ends inside the question {reader.question.name}.",
            "Add the raw cell `# END QUESTION`.",
        )
