"""The law on `tests.py` and on the answers beside it."""

from __future__ import annotations

import ast
import difflib
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from homework.base import syntax
from homework.law.complaints import Complaint, Found, at, hold, line_of
from homework.questions.answers import answers, code_cells
from homework.questions.cases import VISIBILITIES, WRAPPERS, Case, parse, read_cases
from homework.questions.layout import Assignment, Question

# --- tests --------------------------------------------------------------------


def _tests_module(question: Question) -> Found:
    """Allow a docstring, imports and tests: nothing else travels to Otter."""
    if not question.tests.exists():
        return
    tree = parse(question.tests)
    if not ast.get_docstring(tree):
        yield Complaint(
            at(question.tests),
            "has no docstring.",
            "Begin with a sentence on what a right answer does.",
        )
    for node in tree.body[1 if ast.get_docstring(tree) else 0 :]:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _import(question.tests, node)
        elif not (isinstance(node, ast.FunctionDef) and node.name.startswith("test_")):
            yield Complaint(
                at(question.tests, node.lineno),
                "is neither an import nor a test, so it does not reach the grader.",
                "Move helpers to assignments/checks (no secrets) or "
                "assignments/references (secrets).",
            )


def _import(path: Path, node: ast.Import | ast.ImportFrom) -> Found:
    module, level = (
        (node.module, node.level) if isinstance(node, ast.ImportFrom) else (None, 0)
    )
    origin = module or node.names[0].name
    if origin.split(".")[0] == "pytest":
        yield Complaint(
            at(path, node.lineno),
            "imports pytest, whose failures escape Otter.",
            "Assert, or use what `checks` offers.",
        )
    if level or node.names[0].name == "*":
        yield Complaint(
            at(path, node.lineno),
            "imports by star or relatively; such names do not reach the grader.",
            "Name each import in full.",
        )


def _tests(question: Question) -> Found:
    cases = read_cases(question.tests)
    for name, count in Counter(case.name for case in cases).items():
        if count > 1:
            line = [case.node.lineno for case in cases if case.name == name][1]
            yield Complaint(
                at(question.tests, line),
                f"has {count} tests called {name}; only the last would count.",
                "Rename one.",
            )
    for case in cases:
        for law in LAWS_OF_TESTS:
            yield from hold(law, case)
    if cases and not any(_is_public(case) for case in cases):
        yield Complaint(
            at(question.tests),
            "has no public test.",
            "Show the contract with a small worked value: `@public(points=1)`.",
        )


def _is_public(case: Case) -> bool:
    return [_name(_called(node)) for node in case.node.decorator_list] == ["public"]


def _called(node: ast.expr) -> ast.expr:
    return node.func if isinstance(node, ast.Call) else node


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _label(case: Case) -> Found:
    labels = [_name(_called(node)) for node in case.node.decorator_list]
    if len(labels) != 1 or labels[0] not in VISIBILITIES:
        yield Complaint(
            at(case.path, case.node.lineno),
            f"{case.name} has not exactly one label.",
            "Write `@public(points=1)` or `@hidden(points=1)` above it, nothing else.",
        )
    elif not (math.isfinite(case.points) and case.points > 0):
        yield Complaint(
            at(case.path, case.node.lineno),
            f"{case.name} is worth {case.points} points.",
            "Give it a positive number.",
        )


def _test_name(case: Case) -> Found:
    if not re.fullmatch(r"test_[a-z][a-z0-9_]*", case.name):
        yield Complaint(
            at(case.path, case.node.lineno),
            f"{case.name} is not named `test_` and lower_case_words.",
            "Name the property that it tests: `test_averages_over_the_batch`.",
        )


def _parameters(case: Case) -> Found:
    given = case.node.args
    plain = not (
        given.defaults
        or given.kwonlyargs
        or given.posonlyargs
        or given.vararg
        or given.kwarg
    )
    if not plain or not given.args:
        yield Complaint(
            at(case.path, case.node.lineno),
            f"{case.name} should take names of the student's notebook, nothing else.",
            "Write `(softmax: Function)`: no defaults, no stars.",
        )
    for argument in given.args:
        kind = argument.annotation
        is_notebook = isinstance(kind, ast.Name) and kind.id == "Notebook"
        if kind is None or is_notebook != (argument.arg == "env"):
            yield Complaint(
                at(case.path, argument.lineno),
                f"{case.name} does not say what '{argument.arg}' is.",
                f"Annotate it: {' or '.join(WRAPPERS)} (only `env`), or `object`.",
            )


def _sentence(case: Case) -> Found:
    first = case.node.body[0]
    constant = first.value if isinstance(first, ast.Expr) else None
    text = constant.value if isinstance(constant, ast.Constant) else None
    if not isinstance(text, str):
        yield Complaint(
            at(case.path, case.node.lineno),
            f"{case.name} has no docstring.",
            "Say what the student's function should do.",
        )
        return
    faults = {
        "is not one line": "\n" in text
        or text != text.strip()
        or not text.isprintable(),
        "does not end with a full stop": not text.endswith("."),
        "does not say `should`": " should " not in text,
        "holds `\"`, which breaks Otter's test file": '"' in text,
        "holds a backslash, which breaks Otter's test file": "\\" in text,
        "begins or ends with ', which Otter cuts off": text != text.strip("'"),
    }
    for fault, present in faults.items():
        if present:
            yield Complaint(
                at(case.path, first.lineno),
                f"the docstring of {case.name} {fault}.",
                "Students read it: one line such as `softmax should sum to one.`",
            )


def _hidden_comment(case: Case) -> Found:
    """Otter takes a test whose first line is a comment with `hidden` for hidden."""
    lines = case.path.read_text(encoding="utf-8").splitlines()
    first = case.node.body[1] if len(case.node.body) > 1 else case.node.body[0]
    top = case.node.decorator_list[0] if case.node.decorator_list else case.node
    for number in range(top.lineno - 1, first.lineno):
        line = lines[number - 1].strip() if number else ""
        if line.startswith("#") and re.search(r"\bhidden\b", line, re.IGNORECASE):
            yield Complaint(
                at(case.path, number),
                "is a comment with the word `hidden` at the head of a test; Otter can "
                "take that for a setting.",
                "Move or reword the comment.",
            )


def _known_parameters(question: Question) -> Found:
    """Demand that the notebook sets, by the check, each name that a test asks for."""
    cases = read_cases(question.tests)
    if not cases:
        return
    known = _names_set_before(question)
    for case in cases:
        for argument in case.node.args.args:
            if argument.arg in {*known, "env"}:
                continue
            near = difflib.get_close_matches(argument.arg, known, n=1)
            guess = f" Did you mean `{near[0]}`?" if near else ""
            yield Complaint(
                at(case.path, argument.lineno),
                f"{case.name} asks for `{argument.arg}`, which no cell up to the "
                f"check sets.{guess}",
                "Name a function or variable of the notebook.",
            )


def _names_set_before(question: Question) -> set[str]:
    names: set[str] = set()
    for source in code_cells(Assignment(question.folder.parent), upto=question):
        for node in _nodes(source):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                names |= {each.asname or each.name for each in node.names}
    return names


def _nodes(source: str) -> list[ast.AST]:
    try:
        return [*ast.walk(syntax.parse(source))]
    except SyntaxError:  # the law on plain Python says so
        return []


# Generators that belong to the process, and what makes one that nobody seeded.
DRAWS = re.compile(
    r"numpy\.random\.[a-z_]+|random\.[a-z_]+|secrets\.\w+|os\.urandom|uuid\.uuid[14]"
    r"|torch\.(rand|randn|randint|randperm)(_like)?|torch\.(normal|bernoulli|multinomial)"
)
MAKERS = (
    "numpy.random.default_rng",
    "numpy.random.RandomState",
    "random.Random",
)
SEEDS = re.compile(r"(numpy\.random|random)\.seed|torch\.(random\.)?manual_seed")


def _seeded(question: Question) -> Found:
    """Refuse draws that another run does not repeat."""
    if not question.tests.exists():
        return
    tree = parse(question.tests)
    origins = _origins(tree)
    for part in tree.body:
        calls = [
            (_origin(node.func, origins), node)
            for node in ast.walk(part)
            if isinstance(node, ast.Call)
        ]
        seeded = {
            name.partition(".")[0] for name, call in calls if SEEDS.fullmatch(name)
        }
        for name, call in calls:
            if _is_unseeded(name, call) and name.partition(".")[0] not in seeded:
                yield Complaint(
                    at(question.tests, call.lineno),
                    f"draws from `{name}`, which nobody seeds: a second grading would "
                    "see other cases.",
                    'Draw from `random_cases("a label")` of checks, or seed it.',
                )


def _is_unseeded(name: str, call: ast.Call) -> bool:
    if name in MAKERS:
        given = [*call.args, *(each.value for each in call.keywords)]
        return all(isinstance(e, ast.Constant) and e.value is None for e in given)
    return bool(DRAWS.fullmatch(name)) and not SEEDS.fullmatch(name)


def _origins(tree: ast.Module) -> dict[str, str]:
    """Say of each name that a file imports what it stands for."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                name = each.asname or each.name.partition(".")[0]
                found[name] = each.name if each.asname else name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                found[each.asname or each.name] = f"{node.module}.{each.name}"
    return found


def _origin(called: ast.expr, origins: dict[str, str]) -> str:
    """Name what is called in full; "" when it comes from no import."""
    name, dot, rest = ast.unparse(called).partition(".")
    return origins[name] + dot + rest if name in origins else ""


# --- answers ------------------------------------------------------------------


def _answers(question: Question) -> Found:
    known = [case.name for case in read_cases(question.tests)]
    for answer in answers(question, "accepted") + answers(question, "rejected"):
        is_rejected = answer.path.parent.name == "rejected"
        if not ast.get_docstring(parse(answer.path)):
            yield Complaint(
                at(answer.path),
                "has no docstring.",
                "Say in a line what the mistake is."
                if is_rejected
                else "Say in a line how it solves the question.",
            )
        if is_rejected and answer.caught_by not in known:
            yield Complaint(
                at(answer.path, line_of(answer.path, "CAUGHT_BY")),
                f"does not name a test that catches it ({answer.caught_by}).",
                f'Write `CAUGHT_BY = "..."` with one of: {", ".join(known)}.',
            )
        if not is_rejected and (answer.caught_by or answer.hint):
            yield Complaint(
                at(answer.path),
                "is a right answer, but names a test that catches it.",
                "Delete CAUGHT_BY and HINT, or move the file to rejected/.",
            )


LAWS_OF_TESTS: Sequence[Callable[[Case], Found]] = (
    _label,
    _test_name,
    _parameters,
    _sentence,
    _hidden_comment,
)
LAWS_OF_TEST_FILES: Sequence[Callable[[Question], Found]] = (
    _tests_module,
    _tests,
    _known_parameters,
    _seeded,
    _answers,
)
