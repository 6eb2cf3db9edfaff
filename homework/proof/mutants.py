"""Solutions with one small mistake in them, made by machine.

The operators for Python come from mutmut; those below make the mistakes of array code:
another axis, a dropped term, height for width, a slice that ends too early.
Only the lines between the solution's markers are changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

from homework.law.markers import solution_lines

Operator = tuple[type[cst.CSTNode], Callable[[Any], Iterable[cst.CSTNode]]]

# `x = None` and `f(None)` fail at once whatever the tests are: they would only make
# the score look better.
TRIVIAL = (mutators.operator_assignment, mutators.operator_lambda)

PAIRS = (
    ("H", "W"), ("HH", "WW"), ("h", "w"), ("kh", "kw"), ("pool_height", "pool_width"),
    ("i", "j"), ("rows", "columns"), ("height", "width"), ("top", "left"),
    ("stride", "pad"), ("stride", "padding"), ("gamma", "beta"), ("mean", "var"),
    ("running_mean", "running_var"), ("p_drop", "p_keep"), ("x", "dout"),
    ("W1", "W2"), ("b1", "b2"), ("beta1", "beta2"), ("before", "after"),
    ("weights", "bias"), ("N", "D"), ("F", "C"), ("m", "v"),
)  # fmt: skip
TEXTS = (("train", "test"), ("batchnorm", "layernorm"))
METHODS = (
    ("mean", "sum"), ("sum", "mean"), ("max", "min"), ("min", "max"),
    ("argmax", "argmin"), ("argmin", "argmax"), ("maximum", "minimum"),
    ("minimum", "maximum"), ("var", "std"), ("std", "var"), ("ceil", "floor"),
    ("floor", "ceil"), ("zeros", "ones"), ("zeros_like", "ones_like"),
    ("ones", "zeros"), ("ones_like", "zeros_like"), ("sqrt", "square"),
    ("train", "eval"), ("eval", "train"), ("rand", "randn"), ("cumsum", "cumprod"),
    ("prod", "sum"), ("vstack", "hstack"), ("hstack", "vstack"),
)  # fmt: skip
DROPPED = {"copy", "clone", "detach", "abs", "sqrt", "exp", "log", "zero_grad", "step"}


@dataclass(frozen=True)
class Mutant:
    """A solution cell with one change.

    Attributes:
        line: where it begins, in the cell, from 1.
        before: the changed lines as they were, stripped.
        after: the same lines with the change.
        source: the whole cell.

    """

    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """List the mutants of a solution cell, in the order of its lines.

    Args:
        source: the cell with its solution markers.

    """
    wrapper = MetadataWrapper(cst.parse_module(source))
    positions = wrapper.resolve(PositionProvider)
    inside = solution_lines(source)
    found: dict[str, Mutant] = {}
    for node in _nodes(wrapper.module):
        place = positions.get(node)
        if place is None or place.start.line not in inside:
            continue
        for changed in _changes(node):
            text = _replaced(wrapper.module, node, changed)
            if text and text not in found and text != source and _compiles(text):
                found[text] = _described(source, text)
    return sorted(found.values(), key=lambda mutant: mutant.line)


def _nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield a node and all below it, but not what `strict=` of a zip is set to.

    It says what happens to unequal lengths, and no right call has them.
    """
    yield node
    for child in node.children:
        if not (isinstance(child, cst.Arg) and _is_strict(child)):
            yield from _nodes(child)


def _is_strict(arg: cst.Arg) -> bool:
    return arg.keyword is not None and arg.keyword.value == "strict"


def _changes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in (*_LIBRARY, *_OWN):
        if isinstance(node, kind):
            yield from operator(node)


def _replaced(
    module: cst.Module, node: cst.CSTNode, changed: cst.CSTNode
) -> str | None:
    try:
        mutated = module.deep_replace(node, changed)
        return mutated.code if isinstance(mutated, cst.Module) else None
    except (cst.CSTValidationError, TypeError):
        return None  # the changed node cannot stand here, such as `f(a for a in b, c)`


def _compiles(source: str) -> bool:
    try:
        compile(source, "<mutant>", "exec")
    except SyntaxError:
        return False
    return True


def _described(source: str, text: str) -> Mutant:
    old, new = source.splitlines(), text.splitlines()
    first = next(
        (n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]),
        min(len(old), len(new)),
    )
    same_end = 0
    while (
        same_end < min(len(old), len(new)) - first
        and old[-1 - same_end] == new[-1 - same_end]
    ):
        same_end += 1
    before, after = (
        " ".join(line.strip() for line in lines[first : len(lines) - same_end])
        for lines in (old, new)
    )
    return Mutant(first + 1, before, after, text)


# --- operators ------------------------------------------------------------------


def _but_none(node: cst.Call) -> Iterator[cst.CSTNode]:
    """Leave arguments out, but do not replace them by None."""
    for changed in mutators.operator_arg_removal(node):
        assert isinstance(changed, cst.Call)
        dropped = [arg for arg in node.args if arg not in changed.args]
        if len(changed.args) < len(node.args) and not any(map(_is_strict, dropped)):
            yield changed


def _one_text(node: cst.SimpleString) -> Iterator[cst.CSTNode]:
    text = node.evaluated_value
    for pair in TEXTS:
        if text in pair:
            other = pair[1 - pair.index(text)]
            yield node.with_changes(value=repr(other))
    yield from list(mutators.operator_string(node))[:1]


def _number(node: cst.Integer) -> Iterator[cst.CSTNode]:
    if node.evaluated_value > 0:
        yield cst.Integer(str(node.evaluated_value - 1))


def _axis(node: cst.Arg) -> Iterator[cst.CSTNode]:
    """Reduce along another axis, along fewer, or along all."""
    if node.keyword is None or node.keyword.value not in ("axis", "dim"):
        return
    value = node.value
    if isinstance(value, cst.Tuple):
        for index in range(len(value.elements)):
            left = [*value.elements[:index], *value.elements[index + 1 :]]
            inner = ", ".join(cst.Module([]).code_for_node(e.value) for e in left)
            yield node.with_changes(value=cst.parse_expression(f"({inner},)"))
    elif isinstance(value, cst.Integer):
        other = 1 if value.evaluated_value == 0 else 0
        yield node.with_changes(value=cst.Integer(str(other)))
    yield node.with_changes(value=cst.Name("None"))


def _pair(node: cst.Name) -> Iterator[cst.CSTNode]:
    for pair in PAIRS:
        if node.value in pair:
            yield node.with_changes(value=pair[1 - pair.index(node.value)])


def _method(node: cst.Attribute) -> Iterator[cst.CSTNode]:
    for old, new in METHODS:
        if node.attr.value == old:
            yield node.with_changes(attr=cst.Name(new))
    if node.attr.value in ("T", "mT"):
        yield node.value


def _call(node: cst.Call) -> Iterator[cst.CSTNode]:
    """Leave a call away: keep its argument, or the object of the method."""
    name = node.func
    if isinstance(name, cst.Attribute) and name.attr.value in DROPPED:
        yield node.args[0].value if len(node.args) == 1 else name.value
    elif isinstance(name, cst.Name) and name.value in ("int", "float", "abs", "len"):
        if len(node.args) == 1 and name.value != "len":
            yield node.args[0].value
    elif (
        isinstance(name, cst.Attribute) and name.attr.value in ("reshape", "transpose")
    ) and len(node.args) > 1:
        *first, one, two = node.args
        swapped = [*first, one.with_changes(value=two.value)]
        yield node.with_changes(args=[*swapped, two.with_changes(value=one.value)])


def _term(node: cst.BinaryOperation) -> Iterator[cst.CSTNode]:
    """Drop one side of a sum or product; turn a matrix product round."""
    if isinstance(node.operator, cst.Add | cst.Subtract | cst.Multiply | cst.Divide):
        yield _bracketed(node.left)
        yield _bracketed(node.right)
    if isinstance(node.operator, cst.MatrixMultiply):
        yield node.with_changes(left=node.right, right=node.left)
        yield node.with_changes(operator=cst.Multiply())
    if isinstance(node.operator, cst.Power):
        yield _bracketed(node.left)


def _bracketed(node: cst.BaseExpression) -> cst.BaseExpression:
    if node.lpar:
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _minus(node: cst.UnaryOperation) -> Iterator[cst.CSTNode]:
    if isinstance(node.operator, cst.Minus):
        yield node.expression


def _comparison(node: cst.ComparisonTarget) -> Iterator[cst.CSTNode]:
    opposite: dict[type[cst.BaseCompOp], type[cst.BaseCompOp]] = {
        cst.LessThan: cst.GreaterThan,
        cst.GreaterThan: cst.LessThan,
        cst.LessThanEqual: cst.GreaterThanEqual,
        cst.GreaterThanEqual: cst.LessThanEqual,
    }
    if type(node.operator) in opposite:
        yield node.with_changes(operator=opposite[type(node.operator)]())


def _slice(node: cst.Slice) -> Iterator[cst.CSTNode]:
    """Begin one later, end one earlier or later, forget the step."""
    one = cst.Integer("1")
    lower, upper = node.lower, node.upper
    if lower is not None:
        later = cst.BinaryOperation(_bracketed(lower), cst.Add(), one)
        yield node.with_changes(lower=later)
    if upper is not None:
        for sign in (cst.Add(), cst.Subtract()):
            other = cst.BinaryOperation(_bracketed(upper), sign, one)
            yield node.with_changes(upper=other)
    if node.step is not None:
        yield node.with_changes(step=None, second_colon=cst.MaybeSentinel.DEFAULT)


def _statement(node: cst.SimpleStatementLine) -> Iterator[cst.CSTNode]:
    """Skip a statement; for several on one line, all of them."""
    if not isinstance(node.body[0], cst.Pass | cst.Import | cst.ImportFrom):
        yield node.with_changes(body=[cst.Pass()])


def _returned(node: cst.Return) -> Iterator[cst.CSTNode]:
    """Give two results in the wrong order."""
    if isinstance(node.value, cst.Tuple) and len(node.value.elements) > 1:
        first, second, *rest = node.value.elements
        swapped = [first.with_changes(value=second.value)]
        swapped += [second.with_changes(value=first.value), *rest]
        yield node.with_changes(value=node.value.with_changes(elements=swapped))


def _range(node: cst.Call) -> Iterator[cst.CSTNode]:
    """End a loop one step early."""
    if isinstance(node.func, cst.Name) and node.func.value == "range" and node.args:
        index = 0 if len(node.args) == 1 else 1
        end = node.args[index]
        early = cst.BinaryOperation(
            _bracketed(end.value), cst.Subtract(), cst.Integer("1")
        )
        args = list(node.args)
        args[index] = end.with_changes(value=early)
        yield node.with_changes(args=args)


_REPLACED = (
    *TRIVIAL,
    mutators.operator_arg_removal,
    mutators.operator_string,
)
_LIBRARY: Sequence[Operator] = [
    (kind, operator)
    for kind, operator in mutators.mutation_operators
    if operator not in _REPLACED
]
_OWN: Sequence[Operator] = [
    (cst.Call, _but_none),
    (cst.Call, _call),
    (cst.Call, _range),
    (cst.SimpleString, _one_text),
    (cst.Integer, _number),
    (cst.Arg, _axis),
    (cst.Name, _pair),
    (cst.Attribute, _method),
    (cst.BinaryOperation, _term),
    (cst.UnaryOperation, _minus),
    (cst.ComparisonTarget, _comparison),
    (cst.Slice, _slice),
    (cst.SimpleStatementLine, _statement),
    (cst.Return, _returned),
]
