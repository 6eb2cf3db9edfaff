"""Marks of blocks, in whichever cells an author or a front end put them.

Otter 7 knows a mark in a raw cell or in an `otter` fence, Otter 0 in any fence. VS Code
may save raw cells as code, and Colab has none, so that they become text there. Here
each mark becomes a raw cell of its own.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace

from homework.masters.master import Draft, Old

BLOCK = re.compile(
    r"(#*)\s*(BEGIN|END)\s+(ASSIGNMENT|QUESTION|PROMPT|SOLUTION|TEST|PLUGIN)S?\b",
    re.IGNORECASE,
)
SETTINGS = re.compile(r"#*\s*(ASSIGNMENT\s+CONFIG|BEGIN\s+ASSIGNMENT)\b", re.IGNORECASE)
FENCE = re.compile(
    r"^[ \t]*(```+|~~~+)[ \t]*\w*[ \t]*\n(.*?)^[ \t]*\1[ \t]*$\n?",
    re.MULTILINE | re.DOTALL,
)
WITH_SETTINGS = ("ASSIGNMENT", "QUESTION")


def mark(cell: Old) -> tuple[str, str]:
    """Return a mark's two words, such as ``("BEGIN", "QUESTION")``, or twice ""."""
    if cell.kind != "raw":
        return "", ""
    if SETTINGS.match(cell.source):
        return "BEGIN", "ASSIGNMENT"
    found = BLOCK.match(cell.source)
    return (found[2].upper(), found[3].upper()) if found else ("", "")


def is_bare(cell: Old) -> bool:
    """Say whether a mark has no `#`, as in the fences of Otter 0."""
    found = BLOCK.match(cell.source)
    return found is not None and not found[1]


def settings(cell: Old) -> str:
    """Return what stands below the line of a mark."""
    return textwrap.dedent(cell.source.partition("\n")[2])


def parted(draft: Draft, cells: list[Old]) -> list[Old]:
    """Give every mark a raw cell of its own; parts of a cell keep its number."""
    found: list[Old] = []
    for cell in cells:
        if cell.kind == "raw":
            found.append(replace(cell, source=textwrap.dedent(cell.source).strip()))
        elif cell.kind == "markdown" and any(map(_is_marked, _fences(cell))):
            found += _parts(cell)
        elif not cell.grade and _is_a_mark(cell):
            draft.note(cell.number, f"`{cell.first}` counts, though it is no raw cell")
            found.append(replace(cell, kind="raw", source=cell.source.strip()))
        else:
            found.append(cell)
    return found


def _fences(cell: Old) -> list[re.Match[str]]:
    return list(FENCE.finditer(cell.source + "\n"))


def _is_marked(fence: re.Match[str]) -> bool:
    text = fence[2].lstrip()
    return bool(BLOCK.match(text) or SETTINGS.match(text))


def _is_a_mark(cell: Old) -> bool:
    """Say whether a cell that is not raw is a mark, and nothing else."""
    text = cell.source.strip()
    if not text.startswith("#"):
        return False
    word, kind = mark(replace(cell, kind="raw", source=text))
    has_settings = word == "BEGIN" and kind in WITH_SETTINGS
    return bool(word) and (has_settings or "\n" not in text)


def _parts(cell: Old) -> list[Old]:
    found, end = [], 0
    text = cell.source + "\n"
    for fence in filter(_is_marked, _fences(cell)):
        found += _part(cell, "markdown", text[end : fence.start()])
        found += _part(cell, "raw", textwrap.dedent(fence[2]))
        end = fence.end()
    return found + _part(cell, "markdown", text[end:])


def _part(cell: Old, kind: str, text: str) -> list[Old]:
    stripped = text.strip()
    return [replace(cell, kind=kind, source=stripped)] if stripped else []
