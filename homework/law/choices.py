"""The law on choice questions: neither length nor an example tells the right letter."""

from __future__ import annotations

import re

from homework.law.complaints import Complaint, Found, at, line_of
from homework.questions.cells import SOLUTION, read_cells
from homework.questions.layout import Question

OPTION = re.compile(r"^- \*\*([A-Z])[.:]?\*\*[.:]? +(.+)$", re.MULTILINE)
EXAMPLE = re.compile(r'such as\s+(?:# )?`?"([A-Z]+)"')
KEY = re.compile(r'^(\w+) = "([A-Z]+)"  # SOLUTION$', re.MULTILINE)


def choices(question: Question) -> Found:
    """Yield options that tell which of them are right.

    An example of how to write letters is made of others: `"AD"` would strike out both.
    Of a list the longest option alone may not be right. The n-th list belongs to the
    n-th name that the solution sets to letters. Where there are not as many lists as
    names, as with letters in a picture, none is judged.
    """
    cells = read_cells(question.source).cells
    keys = [
        (found[1], found[2])
        for cell in cells
        if SOLUTION in cell.tags
        for found in KEY.finditer(cell.source)
    ]
    listed = _lists([cell.source for cell in cells if cell.kind == "markdown"])
    offered = {letter for options in listed for letter in options}
    offered |= {letter for _, letters in keys for letter in letters}
    for example in EXAMPLE.findall("\n".join(cell.source for cell in cells)):
        if offered & set(example):
            yield Complaint(
                at(question.source, line_of(question.source, f'"{example}"')),
                f'the example "{example}" is made of letters to choose from, and so '
                "tells whether they are right.",
                'Write one such as "XY".',
            )
    if len(keys) != len(listed):
        return
    for (name, letters), options in zip(keys, listed, strict=True):
        *_, second, longest = sorted(options, key=lambda one: len(options[one][2]))
        alone = len(options[longest][2]) > len(options[second][2])
        if alone and longest in letters:
            yield Complaint(
                at(
                    question.source,
                    line_of(question.source, f"# {options[longest][0]}"),
                ),
                f"option {longest} is right for {name}, and longer than all others.",
                "Shorten it, or say of a wrong one why somebody would believe it.",
            )


def _lists(texts: list[str]) -> list[dict[str, re.Match[str]]]:
    """Gather options by letter; each list begins with A and has two at least."""
    found: list[dict[str, re.Match[str]]] = []
    for option in OPTION.finditer("\n\n".join(texts)):
        if option[1] == "A":
            found.append({})
        if found:
            found[-1][option[1]] = option
    return [options for options in found if len(options) > 1]
