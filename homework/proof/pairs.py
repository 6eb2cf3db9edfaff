"""Two mistakes in one answer, put together from the changes that each makes.

A wrong answer is read as a change of a right one, word by word. Two changes of the
same right answer that do not touch are made at once.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from homework.proof.findings import Findings
from homework.proof.hints import Verdicts, false_hints, spoken
from homework.proof.trial import SECONDS_A_MUTANT, TimeIsUp, memory_limit, time_limit
from homework.questions.answers import Answer, answers, solution_source, verdicts
from homework.questions.layout import Assignment, Question

MOST = 60  # pairs of a question
LARGEST_CHANGE = 0.4  # of the words; beyond it an answer is written anew, not changed
PLACE = re.compile(r" at index \([^)]*\)")
LABELS = {"CAUGHT_BY", "HINT", "TRUE", "MISCONCEPTION"}

Words = list[str]
Edit = tuple[int, int, Words]  # from, to, and what stands there instead


@dataclass(frozen=True)
class Pair:
    """Two wrong answers in one.

    Attributes:
        first: the one.
        second: the other.
        source: a cell that makes both mistakes.

    """

    first: Answer
    second: Answer
    source: str

    @property
    def ideas(self) -> tuple[str, ...]:
        """What is true of one of the two."""
        return self.first.ideas + self.second.ideas


def pairs(question: Question) -> list[Pair]:
    """Put the rejected answers of a question together, two by two.

    Of more than `MOST` pairs, some are left out at even distances.
    """
    bases = [solution_source(question)]
    bases += [each.source for each in answers(question, "accepted")]
    words = [_words(source) for source in bases]
    changes: dict[int, list[tuple[Answer, list[Edit]]]] = {}
    for answer in answers(question, "rejected"):
        own = _words(answer.source)
        found = [_edits(base, own) for base in words]
        sizes = [_size(edits) for edits in found]
        nearest = sizes.index(min(sizes))
        if 0 < sizes[nearest] <= LARGEST_CHANGE * len(words[nearest]):
            changes.setdefault(nearest, []).append((answer, found[nearest]))
    made = [
        Pair(first, second, source)
        for base, changed in changes.items()
        for (first, one), (second, other) in combinations(changed, 2)
        if (source := _merged(words[base], one, other)) is not None
    ]
    step = max(1, -(-len(made) // MOST))
    return made[::step]


def hints_of_pairs(assignment: Assignment, question: Question) -> Findings:
    """Put pairs of mistakes to a question's tests, and hold their hints to be true.

    What is true of one mistake is true of both. Two mistakes may also come to a third
    one, of which the tests say the same.
    """
    given, problems = 0, []
    tried, others = pairs(question), answers(question, "rejected")

    @cache
    def told(answer: Answer) -> Verdicts:
        return verdicts(assignment, question, answer.source)

    for pair in tried:
        try:
            with memory_limit(), time_limit(SECONDS_A_MUTANT):
                seen = verdicts(assignment, question, pair.source)
        except TimeIsUp:
            continue
        given += sum(1 for _ in spoken(seen))
        if list(false_hints(pair.ideas, seen)):
            like = [
                each.ideas
                for each in others
                if _placeless(told(each)) == _placeless(seen)
            ]
            ideas = pair.ideas + sum(like, ())
            problems += [
                f"{question.folder}: {test} tells {pair.first.name} with "
                f"{pair.second.name}, falsely: {hint}"
                for test, hint in false_hints(ideas, seen)
            ]
    return Findings(
        counts={
            "paired": len(tried),
            "spoken_to_pairs": given,
            "false_to_pairs": len(problems),
        },
        problems=problems,
    )


def _placeless(seen: Verdicts) -> Verdicts:
    """Leave out where the largest difference is: of equal ones, rounding chooses."""
    return {test: message and PLACE.sub("", message) for test, message in seen.items()}


def _words(source: str) -> Words:
    """Split code into words, without remarks, labels and the author's layout."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not _is_label(node)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
            node.body = [each for each in node.body if not _is_remark(each)] or [
                ast.Pass()
            ]
    text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    words: Words = []
    depth = 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.INDENT:
            depth += 1
        elif token.type == tokenize.DEDENT:
            depth -= 1
        elif token.type == tokenize.NEWLINE:
            words.append("\n")
        elif token.string.strip():
            if not words or words[-1].endswith("\n"):
                words.append("    " * depth)
            words.append(token.string)
    return words


def _is_label(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id in LABELS
    )


def _is_remark(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _edits(base: Words, changed: Words) -> list[Edit]:
    matcher = SequenceMatcher(None, base, changed, autojunk=False)
    return [
        (start, end, changed[new:stop])
        for tag, start, end, new, stop in matcher.get_opcodes()
        if tag != "equal"
    ]


def _size(edits: Sequence[Edit]) -> int:
    return sum(max(end - start, len(new)) for start, end, new in edits)


def _merged(base: Words, one: Sequence[Edit], other: Sequence[Edit]) -> str | None:
    """Make both changes; nothing where they touch, or where no code comes of it."""
    if any(a[0] <= b[1] and b[0] <= a[1] for a in one for b in other):
        return None
    words = list(base)
    for start, end, new in sorted([*one, *other], reverse=True):
        words[start:end] = new
    source = "".join(_spaced(words))
    try:
        ast.parse(source)
    except SyntaxError:
        return None
    return source


def _spaced(words: Words) -> Iterator[str]:
    for word in words:
        yield word
        if word.strip():
            yield " "
