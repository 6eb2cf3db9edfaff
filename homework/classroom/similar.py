"""`homework similar`: pairs of answers that are more alike than others, to look at.

Code is tokenised by copydetect, which takes names, texts and comments out, so a renamed
copy is still one. What was handed out, what the reference solution has and what many
share is subtracted first. Students' code is only ever a text.
"""

from __future__ import annotations

import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.base.scratch import Scratch
from homework.classroom.ledger import Ledger
from homework.classroom.people import Person
from homework.classroom.releases import Part, parts
from homework.classroom.shapes import find
from homework.classroom.templates import template
from homework.grading import handed_in
from homework.grading.choice import choose
from homework.grading.handed_in import SubmissionError
from homework.grading.notebook import Untouched
from homework.grading.reader import read
from homework.grading.sandbox.sandbox import strongest

LENGTH = 25  # of a piece of code that counts, in tokens of copydetect
LEAST_ALIKE = 60  # tokens of a pair; fewer say nothing
LEAST_SHARE = 0.5  # of the shorter one
MOST_HAVE = 4  # submissions, or a twentieth of the class: what more have is common
LONGEST = 50_000  # characters of one question's code
MOST_PAIRS = 200  # on the page


@dataclass(frozen=True)
class Code:
    """What one submission has of its own for one question."""

    entry: str
    people: tuple[str, ...]
    question: str
    text: str


@dataclass
class Pair:
    """Two submissions' code for one question.

    Attributes:
        codes: the two.
        tokens: that are alike.
        shares: of the own tokens of each, that are alike.
        marked: both texts as HTML, with what is alike marked.

    """

    codes: tuple[Code, Code]
    tokens: int
    shares: tuple[float, float]
    marked: tuple[str, str] = field(default=("", ""))


class Compared(NamedTuple):
    """What was looked at: pairs, submissions found, and those with code of their own.

    An answer that was left as it was handed out is no code of its own.
    """

    pairs: int
    found: int
    compared: int


def write_similar(ledger: Ledger, archive: Path, sources: Sequence[str]) -> Compared:
    """Write ``similar.html`` into a ledger's folder.

    Args:
        ledger: of the class.
        archive: the zip by which it was graded.
        sources: where the class lies; by default where it was graded.

    Returns:
        How many pairs there are, and of how many submissions.

    Raises:
        HomeworkError: when nothing is published, no submission of the class is there,
            or copydetect is not installed.

    """
    run = ledger.latest()
    if run is None:
        raise HomeworkError(
            ledger.path.parent,
            "holds no published scores.",
            "Run `homework grade` to its end first.",
        )
    _library()
    people = {
        name: tuple(map(_shown, about["people"])) for name, about in ledger.entries(run)
    }
    found: list[Pair] = []
    compared: set[str] = set()
    with Scratch("homework-similar-") as scratch:
        for name in ("release", "class"):
            (scratch / name).mkdir()
        graded_by = parts(archive, scratch / "release")
        names = [part.name for part in graded_by]
        where = sources or ledger.sources(run)
        here = map(Path, where)
        entries = find(here, names, scratch / "class", ledger.path.parent).entries
        paths = {each.name: each.path for each in entries if each.path}
        for part in graded_by:
            codes = list(_codes(part, paths, people, alone=len(graded_by) == 1))
            compared |= {each.entry for each in codes}
            found += pairs(codes, list(_known(part)))
    if not compared & people.keys():
        raise HomeworkError(
            ", ".join(where),
            f"holds no submission of {ledger.path.parent} with code of its own.",
            "Name where the class lies that was graded.",
        )
    found.sort(key=lambda pair: -pair.tokens)
    text = page(ledger.assignment, found, len(paths))
    write_text(ledger.path.parent / "similar.html", text)
    return Compared(len(found), len(paths), len(compared))


def _shown(fields: Mapping[str, str]) -> str:
    person = Person(**fields)
    return person.name or person.sid or person.email


def _library() -> Any:
    try:
        import copydetect
    except ImportError as error:
        raise HomeworkError(
            "homework similar",
            "needs copydetect, which is not installed.",
            "Install it with `pip install 'homework[similar]'`.",
        ) from error
    return copydetect


def _codes(
    part: Part,
    paths: Mapping[str, Path],
    people: Mapping[str, tuple[str, ...]],
    *,
    alone: bool,
) -> Iterator[Code]:
    handed_out = _notebook(part.untouched, part.name)
    untouched = Untouched.of(handed_out) if handed_out else None
    for name, path in paths.items():
        words, level = (part.name, untouched), strongest()
        try:
            if not alone and choose(path, *words, alone=False, level=level) is None:
                continue
            own = read(path, *words, level=level, how=handed_in.own_code).files
        except SubmissionError:  # it has a row that says so
            continue
        texts: dict[str, list[str]] = {}
        for file, data in sorted(own.items()):
            question = file.partition("/")[0]
            texts.setdefault(question, []).append(data.decode("utf-8", "replace"))
        for question, cells in texts.items():
            shown = question if alone else f"{part.name}/{question}"
            yield Code(name, people.get(name, ()), shown, "\n\n".join(cells)[:LONGEST])


def _notebook(folder: Path | None, name: str) -> bytes | None:
    path = folder / f"{name}.ipynb" if folder else None
    return path.read_bytes() if path and path.is_file() else None


def _known(part: Part) -> Iterator[str]:
    """Yield the code that nobody has to write: what is given, and the reference."""
    for folder in (part.untouched, part.right):
        data = _notebook(folder, part.name)
        for cell in json.loads(data)["cells"] if data else ():
            if cell["cell_type"] == "code":
                yield "".join(cell["source"])


# --- comparing ----------------------------------------------------------------


def pairs(codes: Iterable[Code], known: Iterable[str]) -> list[Pair]:
    """List the pairs that are more alike than chance, the most alike first.

    Args:
        codes: of all submissions.
        known: code that everybody may have.

    """
    subtracted = set().union(*(_print(text).hashes for text in known))
    by_question: dict[str, list[tuple[Code, Any]]] = defaultdict(list)
    for code in codes:
        by_question[code.question].append((code, _print(code.text)))
    found: list[Pair] = []
    for prints in by_question.values():
        _subtract(prints, subtracted)
        found += _alike([each for each in prints if each[1].hashes])
    return sorted(found, key=lambda pair: -pair.tokens)


def _print(text: str) -> Any:
    # A window of one keeps every piece, so the result does not hang on hashes' order.
    return _library().CodeFingerprint("a.py", LENGTH, 1, fp=io.StringIO(_plain(text)))


def _plain(text: str) -> str:
    """Return a text as the lexer takes it: positions are of that."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _subtract(prints: Sequence[tuple[Code, Any]], known: set[int]) -> None:
    """Take away what is known, and what many have."""
    from copydetect.utils import get_token_coverage

    counts = Counter(each for _, made in prints for each in made.hashes)
    most = max(MOST_HAVE, len(prints) // 20)
    common = {each for each, count in counts.items() if count > most} | known
    for _, made in prints:
        made.hashes = made.hashes - common
        made.hash_idx = {each: made.hash_idx[each] for each in made.hashes}
        size = len(made.filtered_code)
        made.token_coverage = get_token_coverage(made.hash_idx, LENGTH, size)


def _alike(prints: Sequence[tuple[Code, Any]]) -> Iterator[Pair]:
    owners: dict[int, list[int]] = defaultdict(list)
    for place, (_, made) in enumerate(prints):
        for each in made.hashes:
            owners[each].append(place)
    shared = Counter(both for them in owners.values() for both in combinations(them, 2))
    for first, second in shared:
        codes = prints[first][0], prints[second][0]
        if set(codes[0].people) & set(codes[1].people):
            continue  # one person's two attempts
        made = prints[first][1], prints[second][1]
        tokens, shares, slices = _library().compare_files(*made)
        if tokens >= LEAST_ALIKE and max(shares) >= LEAST_SHARE:
            marked = (
                _marked(codes[0].text, slices[0]),
                _marked(codes[1].text, slices[1]),
            )
            yield Pair(codes, int(tokens), (shares[0], shares[1]), marked)


def _marked(text: str, slices: Any) -> str:
    from copydetect.utils import highlight_overlap

    shown, _ = highlight_overlap(
        _plain(text), slices.astype(int), "<mark>", "</mark>", escape_html=True
    )
    return str(shown)


# --- the page -----------------------------------------------------------------


def page(assignment: str, found: Sequence[Pair], count: int) -> str:
    """Render pairs side by side.

    Args:
        assignment: its name.
        found: pairs, in order.
        count: submissions that were looked at.

    """
    shown = [
        {
            "question": pair.codes[0].question,
            "tokens": pair.tokens,
            "sides": [
                {
                    "who": ", ".join(code.people) or code.entry,
                    "entry": code.entry,
                    "share": round(100 * share),
                    # copydetect has escaped it
                    "code": Markup(marked),  # noqa: S704
                }
                for code, share, marked in zip(
                    pair.codes, pair.shares, pair.marked, strict=True
                )
            ],
        }
        for pair in found[:MOST_PAIRS]
    ]
    return template("similar.html").render(
        assignment=assignment, pairs=shown, total=len(found), count=count
    )
