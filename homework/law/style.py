"""The countable rules of docs/writing-questions.md: what a page must look like.

How words are counted: a display equation, a fenced block, a picture and an HTML tag
count nothing; an inline formula and a piece of inline code count one word each;
otherwise a word is what stands between spaces and holds a letter or a digit.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from homework.base import syntax
from homework.law.complaints import Complaint, Found, at
from homework.law.names import bound_names
from homework.law.repository import cell_files
from homework.questions.cases import read_cases
from homework.questions.cells import IGNORED_WHEN_GRADING, SOLUTION, Cell, read_cells
from homework.questions.layout import Assignment, Question
from homework.questions.masters import SHIPPED_TO_ALL
from homework.questions.worth import without_worth

WORDS, WORDS_ONCE = 80, 150
CODE_LINES, COLUMNS = 20, 88
BANNED = ("simply", "just", "obviously", "trivially")

DRAWING = re.compile(
    r"(plot|draw)_\w+|show_(image|signal)s?|plot|imshow|scatter|hist|bar|contour"
)
"""Functions and methods that put something into a figure, whole names."""

FORMULAS = 1  # on a line: two do not fit beside the files, 800 pixels in all

FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
DISPLAY = re.compile(r"\$\$.*?\$\$", re.DOTALL)
INLINE = re.compile(r"(?<![\\$])\$[^$\n]+\$")
CODE = re.compile(r"(`+)[^`].*?\1")
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<source>[^)\s]+)[^)]*\)")
PICTURE_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
TAG = re.compile(r"<[^>]+>|<!--.*?-->", re.DOTALL)

ABBREVIATIONS = (
    "e.g", "i.e", "etc", "vs", "cf", "al", "resp", "approx", "ca", "no", "nos", "fig",
    "figs", "eq", "eqs", "ch", "sec", "dr", "mr", "mrs", "ms", "prof", "st", "p", "pp",
    "vol", "ed", "eds",
)  # fmt: skip
SENTENCE_END = re.compile(
    r"(?P<word>\S+?)[.!?][\"')\]*_\u201d\u2019]*\s+(?=[\"'(\[*_\u201c\u2018]*[A-Z])"
)


def style_complaints(assignment: Assignment) -> list[Complaint]:
    """List every breach of the style in one assignment."""
    found: list[Complaint] = []
    for rule in RULES:
        found += rule(assignment)
    return list(dict.fromkeys(found))


def _cells(assignment: Assignment, kind: str) -> Iterator[tuple[Path, Cell]]:
    for path in cell_files(assignment):
        for cell in read_cells(path).cells:
            if cell.kind == kind:
                yield path, cell


def _lines(cell: Cell, text: str | None = None) -> Iterator[tuple[int, str]]:
    """Give the lines of a cell, numbered as in its file."""
    return enumerate((text or cell.source).split("\n"), start=cell.line + 1)


def _blank(pattern: re.Pattern[str], text: str, word: str = "") -> str:
    """Replace what matches by one word, and keep the line breaks."""
    return pattern.sub(lambda found: word + "\n" * found[0].count("\n"), text)


def prose(source: str) -> str:
    """Return Markdown with formulas and code as one word each, line by line."""
    for pattern in (FENCED, DISPLAY, PICTURE, TAG):
        source = _blank(pattern, source)
    for pattern in (CODE, INLINE):
        source = _blank(pattern, source, "word")
    return LINK.sub(r"\1", source)


def count_words(source: str) -> int:
    """Count the words of a Markdown cell as a reader meets them."""
    text = re.sub(r"^\s*(\d+\.|[-*+])\s", "", prose(source), flags=re.MULTILINE)
    return sum(1 for word in text.split() if any(map(str.isalnum, word)))


# --- text ---------------------------------------------------------------------


def _length_of_text(assignment: Assignment) -> Found:
    long = [
        (count_words(cell.source), path, cell)
        for path, cell in _cells(assignment, "markdown")
        if SOLUTION not in cell.tags and count_words(cell.source) > WORDS
    ]
    allowed = [count for count, _, _ in long if count <= WORDS_ONCE]
    for count, path, cell in long:
        if allowed and count == max(allowed):
            allowed = []  # the one long cell of the assignment
            continue
        yield Complaint(
            at(path, cell.line),
            f"has {count} words; a cell has at most {WORDS}, and one cell of the "
            f"assignment up to {WORDS_ONCE}.",
            "Cut it, or make two cells with something to do between them.",
        )


def _one_sentence_a_line(assignment: Assignment) -> Found:
    for path, cell in _cells(assignment, "markdown"):
        for number, line in _lines(cell, prose(cell.source)):
            if line.startswith(("#", "|")):
                continue
            for found in SENTENCE_END.finditer(_without_list_mark(line)):
                if _ends_no_sentence(found["word"].lstrip("(*_[\"'")):
                    continue
                yield Complaint(
                    at(path, number),
                    f"has a second sentence after '{found[0].strip()}'.",
                    "Start it on a line of its own.",
                )
                break


def _without_list_mark(line: str) -> str:
    return re.sub(r"^\s*(>\s*)*(\d+\.|[-*+])?\s*(\(?[a-zA-Z0-9]\)?\.\s)?", "", line)


def _ends_no_sentence(word: str) -> bool:
    """Say whether a full stop after it is that of `e.g.`, `A. Karpathy` or `...`."""
    is_initial = len(word) == 1 and word.isupper()
    return word.lower() in ABBREVIATIONS or is_initial or word.endswith(".")


def _banned_words(assignment: Assignment) -> Found:
    pattern = re.compile(rf"\b({'|'.join(BANNED)})\b", re.IGNORECASE)
    for path, cell in _cells(assignment, "markdown"):
        for number, line in _lines(cell, prose(cell.source)):
            for found in pattern.finditer(line):
                yield _banned(at(path, number), found[0])
    for question in assignment.questions:
        for case in read_cases(question.tests):
            for found in pattern.finditer(case.message):
                yield _banned(at(question.tests, case.node.lineno + 1), found[0])


def _banned(where: str, word: str) -> Complaint:
    return Complaint(
        where,
        f"says '{word}'.",
        "Leave the word out: to a reader who is stuck it says that they are slow.",
    )


def _formulas(assignment: Assignment) -> Found:
    for path, cell in _cells(assignment, "markdown"):
        for shown in DISPLAY.finditer(cell.source):
            first = cell.line + 1 + cell.source.count("\n", 0, shown.start())
            for number, line in enumerate(shown[0].split("\n"), start=first):
                count = sum("=" in part for part in re.split(r"\\q?quad", line))
                if count > FORMULAS:
                    yield Complaint(
                        at(path, number),
                        f"shows {count} formulas side by side, wider than a narrow "
                        "window.",
                        "Write one a line: `\\begin{aligned} a &= b, \\\\ ...`.",
                    )


def _pictures(assignment: Assignment) -> Found:
    for path, cell in _cells(assignment, "markdown"):
        source = _blank(CODE, _blank(FENCED, cell.source))
        for number, line in _lines(cell, source):
            for found in PICTURE.finditer(line):
                yield from _picture(
                    assignment, at(path, number), found["alt"], found["source"]
                )
            for tag in PICTURE_TAG.findall(line):
                yield from _picture(
                    assignment,
                    at(path, number),
                    _attribute(tag, "alt"),
                    _attribute(tag, "src"),
                )


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"""\b{name}\s*=\s*(["'])(.*?)\1""", tag)
    return found[2] if found else ""


def _picture(assignment: Assignment, where: str, alt: str, source: str) -> Found:
    if not alt.strip():
        yield Complaint(
            where,
            f"shows {source} without a text for readers who cannot see it.",
            "Write `![what it shows](figures/...)`.",
        )
    if source.partition("/")[0] not in SHIPPED_TO_ALL:
        yield Complaint(
            where,
            f"shows {source}, which students do not receive.",
            "Keep the picture in figures/ and show it from there.",
        )
    elif not (assignment.folder / source).is_file():
        yield Complaint(
            where,
            f"shows {source}, which does not exist.",
            "Draw it, or correct the path.",
        )


def _drawings(assignment: Assignment) -> Found:
    for path in sorted((assignment.folder / "figures").glob("*.svg")):
        if not path.with_suffix(".py").is_file():
            yield Complaint(
                str(path),
                "is a drawing without the script that draws it.",
                f"Commit figures/{path.stem}.py beside it.",
            )


def _plots(assignment: Assignment) -> Found:
    """Demand words beside a plot: no front end gives it a text of its own."""
    for path, cell in _cells(assignment, "code"):
        called = _called(cell.source)
        drawn = next(filter(DRAWING.fullmatch, called), None)
        if drawn and "print" not in called and SOLUTION not in cell.tags:
            yield Complaint(
                at(path, cell.line + 1),
                f"draws by {drawn}, and prints nothing for readers who cannot see it.",
                "Print in the same cell what the picture shows: its numbers, or a "
                "sentence.",
            )


def _called(source: str) -> list[str]:
    """Name what code calls outside its own functions; nothing if it is not Python."""
    try:
        body = syntax.parse(source).body
    except SyntaxError:
        return []
    runs = (each for each in body if not isinstance(each, ast.FunctionDef))
    nodes = (node for each in runs for node in ast.walk(each))
    calls = (node.func for node in nodes if isinstance(node, ast.Call))
    return [ast.unparse(call).rpartition(".")[2] for call in calls]


def _opening(assignment: Assignment) -> Found:
    cells = read_cells(assignment.intro).cells
    if not cells or cells[0].kind != "markdown" or not cells[0].source.startswith("# "):
        yield Complaint(
            at(assignment.intro, cells[0].line if cells else 1),
            "does not open with a title.",
            "Begin with a Markdown cell: `# Topic · A promise`.",
        )
    setups = [cell for cell in cells if cell.kind == "code"]
    if len(setups) != 1 or IGNORED_WHEN_GRADING in setups[0].tags:
        yield Complaint(
            at(assignment.intro, setups[-1].line if setups else 1),
            f"has {len(setups)} set-up cells that grading runs or skips.",
            "Give it exactly one code cell, which grading runs: no otter_ignore.",
        )


# --- code ---------------------------------------------------------------------


def _length_of_code(assignment: Assignment) -> Found:
    for path, cell in _cells(assignment, "code"):
        count = sum(1 for line in cell.source.splitlines() if line.strip())
        if SOLUTION not in cell.tags and count > CODE_LINES:
            yield Complaint(
                at(path, cell.line),
                f"gives a cell of {count} lines; {CODE_LINES} are the most.",
                "Move it into a module, with a name.",
            )
        for number, line in _lines(cell):
            if len(line) > COLUMNS:
                yield Complaint(
                    at(path, number),
                    f"has {len(line)} columns; {COLUMNS} are the most.",
                    "Break the line.",
                )


def _environment(assignment: Assignment) -> Found:
    wrong = {
        re.compile(r"^\s*[%!].*\b(pip|conda|apt)\b"): "installs a package",
        re.compile(r"\bpip\b.*\binstall\b"): "installs a package",
        re.compile(r"\bdrive\.mount\b|\bgoogle\.colab\b"): "mounts a drive",
        re.compile(r"\bsys\.path\b"): "edits sys.path",
        re.compile(r"^\s*from\s+\S+\s+import\s+\*"): "imports by star",
    }
    for path, cell in _cells(assignment, "code"):
        for number, line in _lines(cell):
            for pattern, what in wrong.items():
                if pattern.search(line):
                    yield Complaint(
                        at(path, number),
                        f"{what}: `{line.strip()}`.",
                        "The README sets up the environment; import names in full.",
                    )
                    break


def _points_by_hand(assignment: Assignment) -> Found:
    for path, cell in _cells(assignment, "markdown"):
        if without_worth(cell) != cell:
            yield Complaint(
                at(path, cell.line + 1),
                "says its points in the heading.",
                "Leave them out: the notebook's heading gets them from the tests.",
            )


def _rebinding(assignment: Assignment) -> Found:
    """Demand that no question binds a name that an earlier question answers or gives.

    A reader who goes back and runs a cell again would otherwise break what follows.
    """
    bound: dict[str, Question] = {}
    for question in assignment.questions:
        if not question.source.exists():
            continue
        here: dict[str, int] = {}
        for cell in read_cells(question.source).cells:
            if cell.kind == "code":
                for name, line in _bound_names(cell).items():
                    here.setdefault(name, line)
        for name, line in here.items():
            if name in bound:
                yield Complaint(
                    at(question.source, line),
                    f"binds `{name}` again, which {bound[name].name} binds.",
                    "Give it another name.",
                )
        answered = {
            name: question
            for cell in read_cells(question.source).cells
            if cell.kind == "code" and IGNORED_WHEN_GRADING not in cell.tags
            for name in _bound_names(cell)
        }
        bound = answered | bound


def _bound_names(cell: Cell) -> dict[str, int]:
    """Return the names that a cell binds at its top level, with their lines."""
    return {
        name: cell.line + line
        for name, line in bound_names(cell.source).items()
        if not name.startswith("_")
    }


RULES: tuple[Callable[[Assignment], Found], ...] = (
    _opening,
    _points_by_hand,
    _length_of_text,
    _one_sentence_a_line,
    _banned_words,
    _formulas,
    _pictures,
    _drawings,
    _plots,
    _length_of_code,
    _environment,
    _rebinding,
)
