"""The one kind of error that a user of the command can mend."""

from pathlib import Path

from homework.base.texts import one_line


class HomeworkError(Exception):
    """Wrong input: says where, what is wrong, and what mends it."""

    def __init__(self, where: Path | str, problem: str, remedy: str) -> None:
        """Join the three parts into the sentence that the user reads."""
        self.where, self.problem, self.remedy = str(where), problem, remedy
        super().__init__(f"{one_line(str(where))}: {problem} {remedy}")
