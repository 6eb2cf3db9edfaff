"""Lines of code in a form in which copies are equal, and which of them are telling.

Two copies of a line may differ in spaces, quotes, comments and line breaks. A *piece*
is what is left: a physical line without spaces and comments, or a whole statement as
`ast.unparse` writes it.

A piece is *telling* when nobody writes it by chance: `x_hat = (x - mean) / np.sqrt(var
+ eps)` is, `N, D = x.shape` is not. `is_telling` holds the law.
"""

from __future__ import annotations

import ast
import re
import textwrap
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from homework.base import syntax

# How many names, numbers and operations a telling line has on its right side.
TELLING_PARTS = 6
TELLING_LENGTH = 12
OPERATIONS = (
    ast.BinOp,
    ast.BoolOp,
    ast.Call,
    ast.Compare,
    ast.IfExp,
    ast.Subscript,
    ast.UnaryOp,
    ast.comprehension,
)
COUNTING = ("range", "enumerate", "zip")
INLINE_CODE = re.compile(r"`+([^`\n]+)`+")
COMMENT = re.compile(r"(?:^|\s)#+(.*)$")


def compact(text: str) -> str:
    """Drop spaces, and write all quotes alike."""
    return re.sub(r"\s+", "", text).replace('"', "'")


@cache
def pieces(text: str) -> Mapping[str, str]:
    """List the pieces of a text that may hold code, each with how it is written."""
    found: dict[str, str] = {}
    for line in re.split(r"\n|\\n", text):
        for part in _parts(line):
            found.setdefault(compact(part), part.strip())
    for statement in _statements(text):
        written = ast.unparse(_heading(statement))
        found.setdefault(compact(written), written)
    found.pop("", None)
    return found


def _parts(line: str) -> Iterator[str]:
    """Give a line, its code, its comment, and code that is quoted in it."""
    yield line
    yield line.strip().strip("\"',`>*- ")
    comment = COMMENT.search(line)
    if comment:
        yield line[: comment.start()]
        yield comment[1]
    yield from INLINE_CODE.findall(line)


def _statements(text: str) -> Iterator[ast.stmt]:
    tree = _parsed(textwrap.dedent(text))
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.stmt):
            yield node


def _parsed(text: str) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return syntax.parse(text)
    except (SyntaxError, ValueError):
        return None


def _heading(statement: ast.stmt) -> ast.AST:
    """Reduce a statement with a body to what stands before the body."""
    if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Return):
        return statement
    if isinstance(statement, ast.For):
        return ast.Assign([statement.target], statement.iter, lineno=0)
    return _right_side(statement) or ast.Pass()


@cache
def is_telling(line: str) -> bool:
    """Say whether a line is so particular that finding it elsewhere means a copy.

    The law: at least 12 characters without spaces; its right side has at least 6
    names, numbers and operations together; and it does more than to make one call or
    one operation on bare names (`out, cache = affine_forward(x, w, b)`), to count
    (`for i in range(1, n + 1)`), to import or to unpack (`N, D = x.shape`).
    """
    if len(compact(line)) < TELLING_LENGTH:
        return False
    tree = _parsed(line.strip()) or _parsed(f"{line.strip()} pass")
    if tree is None:
        return _is_telling_fragment(line)
    return any(_tells(statement) for statement in tree.body)


def _is_telling_fragment(line: str) -> bool:
    """Judge a part of a statement that stretches over several lines."""
    if re.match(r"\s*(else|elif|except|finally|from|import|def|class|@)\b", line):
        return False
    words = re.findall(r"\w+", line)
    signs = re.findall(r"\*\*|//|[-+*/%@<>]|\w[(\[]", line)
    return len(signs) >= 2 and len(words) + len(signs) >= 2 + TELLING_PARTS


def _tells(statement: ast.stmt) -> bool:
    side = _right_side(statement)
    nodes = list(ast.walk(side)) if side else []
    operations = sum(isinstance(node, OPERATIONS) for node in nodes)
    operations += isinstance(statement, ast.AugAssign)
    constants = sum(isinstance(node, ast.Constant) for node in nodes)
    names = sum(isinstance(node, ast.Name | ast.Attribute) for node in nodes)
    if operations <= 1 and not constants:
        return False
    return operations > 0 and operations + constants + names >= TELLING_PARTS


def _right_side(statement: ast.stmt) -> ast.AST | None:
    """Return what a statement computes; nothing when it only counts or declares."""
    if isinstance(statement, ast.For):
        counts = isinstance(statement.iter, ast.Call) and (
            ast.unparse(statement.iter.func) in COUNTING
        )
        return None if counts else statement.iter
    if isinstance(statement, ast.If | ast.While):
        return statement.test
    if isinstance(statement, ast.With):
        return ast.Tuple([item.context_expr for item in statement.items], ast.Load())
    if isinstance(
        statement, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Return | ast.Expr
    ):
        return statement.value
    return None


def telling(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keep the telling ones of some pieces."""
    return {piece: line for piece, line in found if is_telling(line)}


def comments(code: str) -> list[str]:
    """List the comments of some code, without their signs."""
    found = (COMMENT.search(line) for line in code.splitlines())
    return [comment[1].strip() for comment in found if comment]


def collapsed(text: str) -> str:
    """Write prose on one line, in lower case, so that copies of it are equal."""
    return " ".join(text.lower().split())


def is_telling_prose(sentence: str) -> bool:
    """Say whether a sentence has six words or more beside its formulas."""
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\$[^$]*\$", " ", sentence))
    return len(words) >= 6
