"""Whether what was uploaded holds a notebook of an assignment."""

from __future__ import annotations

import re
from pathlib import Path

from homework.grading.handed_in import HandedIn, MissingError
from homework.grading.notebook import Untouched
from homework.grading.reader import read
from homework.grading.sandbox.sandbox import Level

NAMED = re.compile(rb'"assignment_name"\s*:\s*"([^"]*)"')


def choose(
    submission: Path,
    assignment: str,
    untouched: Untouched | None = None,
    *,
    alone: bool,
    level: Level,
) -> HandedIn | None:
    """Read what to grade, or nothing where no notebook is of the assignment.

    Args:
        submission: a notebook, a zip, or the folder of uploaded files.
        assignment: whose notebook is looked for.
        untouched: what students start from.
        alone: whether it is the only one; then anything is better than nothing.
        level: of the reader's sandbox.

    Raises:
        SubmissionError: when it cannot be read.

    """
    try:
        found = read(submission, assignment, untouched, level=level)
    except MissingError:
        if alone:
            raise
        return None
    named = None if alone else NAMED.search(found.notebook)
    is_another = named and named[1].decode("utf-8", "replace") != assignment
    return None if is_another else found
