"""Whether what was uploaded holds a notebook of an assignment."""

from __future__ import annotations

import re
from pathlib import Path

from homework.grading.handed_in import MissingError, SubmissionError
from homework.grading.notebook import Untouched
from homework.grading.reader import read
from homework.grading.sandbox.sandbox import strongest

NAMED = re.compile(rb'"assignment_name"\s*:\s*"([^"]*)"')


def choose(
    submission: Path,
    assignment: str,
    *,
    alone: bool,
    untouched: Untouched | None = None,
) -> Path | None:
    """Return what to grade, or nothing where no notebook is of the assignment.

    Args:
        submission: the folder of uploaded files; zips in it are looked into.
        assignment: whose notebook is looked for.
        alone: whether it is the only one; then anything is better than nothing.
        untouched: what students start from.

    """
    if alone:
        return submission
    try:
        notebook = read(submission, assignment, untouched, level=strongest()).notebook
    except MissingError:
        return None
    except SubmissionError:
        return submission  # grading says what is wrong
    named = NAMED.search(notebook)
    is_another = named and named[1].decode("utf-8", "replace") != assignment
    return None if is_another else submission
