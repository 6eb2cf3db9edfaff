"""Where the parts of one assignment's release lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.questions.layout import Assignment, Repository


@dataclass(frozen=True)
class Places:
    """Where the parts of one assignment's release lie, below some folder."""

    root: Path
    name: str

    @property
    def student(self) -> Path:
        """The folder that students download."""
        return self.root / "student" / self.name

    @property
    def notebook(self) -> Path:
        """The notebook in that folder."""
        return self.student / f"{self.name}.ipynb"

    @property
    def solution(self) -> Path:
        """The solution notebook."""
        return self.root / "solutions" / f"{self.name}.ipynb"

    @property
    def autograder(self) -> Path:
        """The zip for Gradescope."""
        return self.root / "autograder" / f"{self.name}.zip"

    @property
    def outline(self) -> Path:
        """The blank written part, to draw Gradescope's outline on."""
        return self.root / "autograder" / f"{self.name}-written.pdf"

    def files(self) -> Iterator[Path]:
        """Yield every file of the release that exists."""
        yield from sorted(p for p in self.student.rglob("*") if p.is_file())
        single = (self.solution, self.autograder, self.outline)
        yield from (path for path in single if path.is_file())

    def contents(self) -> dict[str, bytes]:
        """Read every file of the release."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in self.files()
        }


def released(repository: Repository, assignment: Assignment) -> Places:
    """Find an assignment's release.

    Raises:
        HomeworkError: when it was not released.

    """
    places = Places(repository.root, assignment.name)
    for path in (places.notebook, places.autograder):
        if not path.is_file():
            raise HomeworkError(
                path.relative_to(repository.root),
                "is not built yet.",
                f"Run `homework release {assignment.name}`.",
            )
    return places
