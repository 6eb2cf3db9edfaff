"""Markers of solutions in code, brought into the one form that stock Otter acts upon.

Otter 7 leaves a solution standing, without a word, where a marker is written in
another way: `#BEGIN SOLUTION`, `### BEGIN SOLUTION`, `# solution`, or one marker at the
end of a statement of several lines. `in_one_form` writes all as Otter wants them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from homework.base import syntax

BEGIN = re.compile(r"^(\s*)#+\s*BEGIN\s+SOLUTIONS?\b(.*)$", re.IGNORECASE)
END = re.compile(r"^(\s*)#+\s*END\s+SOLUTIONS?\b.*$", re.IGNORECASE)
LINE = re.compile(
    r"^(?P<code>\s*[^\s#].*?)\s*#+\s*(?P<word>SOLUTION)\b(?P<rest>[^\"']*)$",
    re.IGNORECASE,
)
ALONE = re.compile(r"^\s*#+\s*SOLUTION\b(\s+NO\s+PROMPT)?\s*:?\s*$", re.IGNORECASE)
NO_PROMPT = re.compile(r"\bNO\s+PROMPT\b", re.IGNORECASE)
SEED = re.compile(r"\s*#\s*SEED\s*$")
QUOTES = r"(\"\"\"?|'''?|\"|')"
BEGIN_PROMPT = re.compile(rf"^\s*{QUOTES}\s*#\s*BEGIN\s+PROMPT\s*$", re.IGNORECASE)
END_PROMPT = re.compile(
    rf"^\s*{QUOTES}\s*;?\s*#\s*END\s+PROMPT\s*;?\s*$", re.IGNORECASE
)
IGNORED_CELL = re.compile(r"\s*(##\s*ignore\s*##|#\s*ignore\b)", re.IGNORECASE)
IGNORED_LINE = re.compile(r"#\s*IGNORE\s*$")
BEGIN_IGNORE = re.compile(r"^\s*#\s*BEGIN\s+IGNORE\b", re.IGNORECASE)
END_IGNORE = re.compile(r"#\s*END\s+IGNORE\s*$", re.IGNORECASE)


class MarksError(ValueError):
    """The markers of a cell do not go together; the argument says how."""


def has_marks(source: str) -> bool:
    """Say whether some line of a cell carries a marker of a solution."""
    lines = source.splitlines()
    return any(
        BEGIN.match(line)
        or END.match(line)
        or at_the_end(line)
        or BEGIN_PROMPT.match(line)
        for line in lines
    )


def at_the_end(line: str) -> re.Match[str] | None:
    """Find the marker behind the code of a line; in lower case it stands alone."""
    found = LINE.match(line)
    if found and found["word"] != "SOLUTION":
        return found if NO_PROMPT.sub("", found["rest"]).strip() == "" else None
    return found


def without_ignored(source: str) -> str:
    """Drop the lines that Otter drops from everything it makes.

    Raises:
        MarksError: when a block of them has no end.

    """
    kept, inside = [], False
    for line in source.splitlines():
        if BEGIN_IGNORE.match(line):
            inside = True
        elif END_IGNORE.search(line):
            inside = False
        elif not inside and not IGNORED_LINE.search(line):
            kept.append(line)
    if inside:
        raise MarksError("has a BEGIN IGNORE without its END")
    return "\n".join(kept)


def in_one_form(source: str) -> str:
    """Write every marker of a solution as stock Otter wants it.

    Raises:
        MarksError: when a block has no beginning or no end.

    """
    lines = _blocks(_whole_statements(_flat(source.splitlines())))
    return "\n".join(lines)


def wholly(source: str) -> str:
    """Mark all of a cell as a solution."""
    lines = [line for line in source.splitlines() if not ALONE.match(line)]
    return "\n".join(["# BEGIN SOLUTION", *lines, "# END SOLUTION"])


def prompted(prompt: str, source: str) -> str:
    """Let students find ``prompt`` in the place of all that ``source`` holds."""
    lines = [
        line
        for line in source.splitlines()
        if not (BEGIN.match(line) or END.match(line) or ALONE.match(line))
    ]
    bare = [re.sub(r"\s*#\s*SOLUTION\b.*$", "", line) for line in lines]
    return "\n".join([*_prompt("", prompt.splitlines()), *_hole("", bare)])


def _prompt(indent: str, lines: Iterable[str]) -> list[str]:
    text = list(lines)
    quotes = "'''" if any('"""' in line for line in text) else '"""'
    return [f"{indent}{quotes} # BEGIN PROMPT", *text, f"{indent}{quotes} # END PROMPT"]


def _hole(indent: str, lines: Iterable[str]) -> list[str]:
    begin = f"{indent}# BEGIN SOLUTION NO PROMPT"
    return [begin, *lines, f"{indent}# END SOLUTION"]


def _flat(lines: list[str]) -> list[str]:
    """Drop the markers of blocks that stand inside another, each with its end."""
    kept, depth = [], 0
    for line in lines:
        begins, ends = bool(BEGIN.match(line)), bool(END.match(line))
        if not ((begins and depth > 0) or (ends and depth > 1)):
            kept.append(line)
        depth += begins - ends
    return kept


def _blocks(lines: list[str]) -> list[str]:
    """Rewrite the lines that open and close something, and those at ends of code."""
    made: list[str] = []
    inside, prompting = False, False
    for line in lines:
        begin, end = BEGIN.match(line), END.match(line)
        if prompting or BEGIN_PROMPT.match(line):
            prompting, line = _in_prompt(line, prompting)
        elif begin:
            inside = True
            rest = " NO PROMPT" if NO_PROMPT.search(begin.group(2)) else ""
            line = f"{begin.group(1)}# BEGIN SOLUTION{rest}"
        elif end:
            if not inside:
                raise MarksError("has an END SOLUTION without its BEGIN")
            inside, line = False, f"{end.group(1)}# END SOLUTION"
        elif not inside:
            line = _line(line)
        made.append(line)
    if inside:
        raise MarksError("has a BEGIN SOLUTION without its END")
    if prompting:
        raise MarksError("has a BEGIN PROMPT without its END")
    return made


def _in_prompt(line: str, prompting: bool) -> tuple[bool, str]:
    begin, end = BEGIN_PROMPT.match(line), END_PROMPT.match(line)
    mark = begin or end
    if mark is None:
        return True, line
    indent = line[: len(line) - len(line.lstrip())]
    word = "END" if prompting else "BEGIN"
    return not prompting, f"{indent}{mark.group(1)} # {word} PROMPT"


def _line(line: str) -> str:
    found = at_the_end(line)
    if found:
        rest = " NO PROMPT" if NO_PROMPT.search(found["rest"]) else ""
        return f"{found['code'].rstrip()}  # SOLUTION{rest}"
    return line


def _whole_statements(lines: list[str]) -> list[str]:
    """Make a block of each statement of several lines that has a marker on one.

    Students then find its target, such as ``x = ...``, or ``...``.
    """
    found = [
        node
        for node in _statements("\n".join(lines))
        if _is_marked(lines, node) and not _is_in_block(lines, node.lineno)
    ]
    outermost = [
        node
        for node in found
        if not any(o is not node and _holds(o, node) for o in found)
    ]
    for node in sorted(outermost, key=lambda each: -each.lineno):
        first, last = node.lineno - 1, node.end_lineno or node.lineno
        body = [
            re.sub(r"\s*#+\s*SOLUTION\b.*$", "", text) for text in lines[first:last]
        ]
        indent = lines[first][: node.col_offset]
        prompt = f"{indent}{_target(node)}..."
        hidden = any(NO_PROMPT.search(text) for text in lines[first:last])
        shown = [] if hidden else _prompt(indent, [prompt])
        lines = [*lines[:first], *shown, *_hole(indent, body), *lines[last:]]
    return lines


def _statements(text: str) -> list[ast.stmt]:
    try:
        tree = syntax.parse(text)
    except (SyntaxError, ValueError):
        return []
    return [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]


def _is_marked(lines: list[str], node: ast.stmt) -> bool:
    """Say whether a marker stands on a line of a statement that has several.

    Of a statement with a body, that is the line which opens the body.
    """
    first, last = node.lineno, node.end_lineno or node.lineno
    if last == first:
        return False
    body = getattr(node, "body", None)
    if isinstance(body, list) and body:
        header = lines[first - 1 : max(first, body[0].lineno - 1)]
        return any(at_the_end(line) for line in header)
    return any(at_the_end(line) for line in lines[first - 1 : last])


def _holds(outer: ast.stmt, inner: ast.stmt) -> bool:
    end = outer.end_lineno or outer.lineno
    return outer.lineno <= inner.lineno and (inner.end_lineno or 0) <= end


def _is_in_block(lines: list[str], number: int) -> bool:
    inside = False
    for line in lines[: number - 1]:
        inside = bool(BEGIN.match(line)) or (inside and not END.match(line))
    return inside


def _target(node: ast.stmt) -> str:
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        return f"{ast.unparse(node.targets[0])} = "
    return ""
