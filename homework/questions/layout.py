"""Where things are: the repository, its assignments, their questions."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError

QUESTION_FOLDER = re.compile(r"q\d\d_[a-z][a-z0-9_]*")
SHARED_FOLDERS = ("checks", "deeplearning", "given", "references")


@dataclass(frozen=True)
class Question:
    """One question: a folder with its statement, solution, tests and answers."""

    folder: Path

    @property
    def name(self) -> str:
        """The folder's name, which is also Otter's name for the question."""
        return self.folder.name

    @property
    def source(self) -> Path:
        """The statement and the solution, as notebook cells in text."""
        return self.folder / "question.py"

    @property
    def tests(self) -> Path:
        """The public and hidden tests; a manual question has none."""
        return self.folder / "tests.py"

    @property
    def is_graded_by_hand(self) -> bool:
        """Whether a person gives points for it."""
        settings = self._settings() if self.source.is_file() else {}
        return bool(settings.get("manual") and settings.get("points"))

    @property
    def points_by_hand(self) -> float:
        """What a person gives at most; 0 for a question that its tests grade.

        Raises:
            HomeworkError: when that is no number.

        """
        settings = self._settings()
        points = settings.get("points", 0) if settings.get("manual") else 0
        if type(points) not in (int, float):
            raise HomeworkError(
                self.source,
                f"is graded by a person, but says points: {points}.",
                "Write `# points: 4`, or 0.",
            )
        return float(points)

    @property
    def is_draft(self) -> bool:
        """Whether its author says so: it builds and runs, its proof may wait."""
        with suppress(HomeworkError, OSError):  # what cannot be read says nothing
            return self._settings().get("draft") is True
        return False

    def _settings(self) -> dict[str, Any]:
        # Here, because it takes a third of a second, and `homework grade` reads none.
        from homework.questions.cells import read_cells

        return read_cells(self.source).values

    @property
    def after(self) -> Path:
        """What the reader meets once the question is answered (optional)."""
        return self.folder / "after.py"

    def answers(self, verdict: str) -> list[Path]:
        """List the ``accepted`` or ``rejected`` answers, in order of name."""
        return sorted((self.folder / verdict).glob("*.py"))


@dataclass(frozen=True)
class Assignment:
    """One assignment: an introduction and numbered question folders.

    Attributes:
        folder: where it lies.
        with_drafts: whether its drafts count among its questions.

    """

    folder: Path
    with_drafts: bool = True

    @property
    def name(self) -> str:
        """The folder's name, which names the notebook and the zip too."""
        return self.folder.name

    @property
    def intro(self) -> Path:
        """Title, goals, hours and the set-up cell."""
        return self.folder / "intro.py"

    @property
    def master(self) -> Path:
        """The assembled master notebook."""
        return self.folder / f"{self.name}.ipynb"

    @property
    def closing(self) -> Path:
        """The cells after the last question (optional)."""
        return self.folder / "closing.py"

    @property
    def hand_in(self) -> Path:
        """The cells that end every assignment with answers that a person grades."""
        return self.folder.parent / "hand_in.py"

    @property
    def endings(self) -> list[Path]:
        """What stands behind the last question, where it is there."""
        by_hand = any(question.is_graded_by_hand for question in self.questions)
        paths = [self.closing, *([self.hand_in] if by_hand else [])]
        return [path for path in paths if path.exists()]

    @cached_property
    def questions(self) -> list[Question]:
        """The questions in the order of their numbers."""
        return [
            Question(folder)
            for folder in sorted(self.folder.glob("q*"))
            if folder.is_dir() and QUESTION_FOLDER.fullmatch(folder.name)
            if self.with_drafts or not Question(folder).is_draft
        ]

    @property
    def drafts(self) -> list[Question]:
        """The questions that are drafts; with one, nothing is released."""
        return [question for question in self.questions if question.is_draft]

    @property
    def finished(self) -> Assignment:
        """The assignment as if it had no drafts, which is what a proof is about."""
        return replace(self, with_drafts=False)

    def question(self, name: str) -> Question:
        """Find a question by its full name.

        Raises:
            HomeworkError: when the assignment has no such question.

        """
        for question in self.questions:
            if question.name == name:
                return question
        known = ", ".join(question.name for question in self.questions)
        raise HomeworkError(
            self.folder, f"has no question '{name}'.", f"It has: {known}."
        )


@dataclass(frozen=True)
class Repository:
    """The checkout that the command works on."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Repository:
        """Walk up from ``start`` (default: the working directory) to the root.

        Raises:
            HomeworkError: when no folder on the way is a homework repository.

        """
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            if (folder / "otter_config.json").is_file() and (
                folder / "assignments"
            ).is_dir():
                return cls(folder)
        raise HomeworkError(
            start,
            "is not inside a homework repository.",
            "Change to the clone and run the command again.",
        )

    @property
    def assignments_folder(self) -> Path:
        """Everything that instructors edit."""
        return self.root / "assignments"

    @property
    def build(self) -> Path:
        """Scratch space that git ignores."""
        return self.root / "build"

    def assignments(self, names: tuple[str, ...] = ()) -> list[Assignment]:
        """List the named assignments, or all of them.

        Raises:
            HomeworkError: when a name is unknown.

        """
        found = {
            intro.parent.name: Assignment(intro.parent)
            for intro in sorted(self.assignments_folder.glob("*/intro.py"))
        }
        unknown = [name for name in names if name not in found]
        if unknown:
            raise HomeworkError(
                self.assignments_folder,
                f"has no assignment '{unknown[0]}'.",
                f"It has: {', '.join(found)}.",
            )
        return [found[name] for name in names] if names else list(found.values())
