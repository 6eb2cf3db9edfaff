"""Tests of a master become `tests.py`: functions with points, as this repository has.

A test of plain values keeps its form: its names become parameters. One whose values
cannot leave the process that made them (tables, objects, what is printed) runs among
the notebook's names, by `checks.carried.run_there`, as stock Otter runs all.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import replace
from doctest import DocTestParser

from otter.test_files.abstract_test import TestCase, TestFile

from homework.base import syntax
from homework.base.errors import HomeworkError
from homework.masters.master import Asked, Draft, Test, wrong
from homework.masters.names import Names, bound, free, imported, parsed

TRUE = {"True": True, "np.True_": True, "False": False, "np.False_": False}
HAS_ADDRESS = re.compile(r"<[\w.]+ .*at 0x|<Figure size|Axes")
NAME = re.compile(r"test_\w+")


def settle_points(draft: Draft, question: Asked) -> None:
    """Say what each test is worth, by the rules of stock Otter.

    Raises:
        HomeworkError: when the points do not fit the tests.

    """
    points = question.points
    if isinstance(points, dict):
        points = float(points.get("each", 1)) * len(question.tests)
    try:
        if isinstance(points, str):
            points = float(points)
        if question.manual or not question.tests:
            return
        old = [TestCase("", "", t.hidden, t.points, None, None) for t in question.tests]
        new = TestFile.resolve_test_file_points(points, old)
    except (AssertionError, TypeError, ValueError) as error:
        raise HomeworkError(
            f"{draft.path}, question {question.name}",
            f"has points that do not fit its {len(question.tests)} tests ({error}).",
            "Write one number, or one for each test.",
        ) from error
    for test, case in zip(question.tests, new, strict=True):
        test.points = float(case.points)


def hold_together(draft: Draft) -> None:
    """Give each test what earlier ones define: in a notebook they share their names.

    What a hidden test defines never goes into a public one.
    """
    known = {n for question in draft.questions for n in _known(draft, question)}
    before: list[Test] = []
    for question in draft.questions:
        for number, test in enumerate(question.tests):
            if test.is_function:
                continue
            source, missing = test.source, set(free(test.source)) - known
            for earlier in reversed(before):
                tree = parsed(earlier.source)
                if not missing & (bound(tree) | imported(tree)):
                    continue
                if earlier.hidden and not test.hidden:
                    draft.note(test.number, "stands on what a hidden test defines")
                    continue
                source = f"{_definitions(earlier.source)}\n{source}"
                missing = set(free(source)) - known
            before.append(test)
            question.tests[number] = replace(test, source=source)


def _known(draft: Draft, question: Asked) -> set[str]:
    found: set[str] = set()
    for cell in (*draft.intro, *question.cells, *question.after):
        if cell.kind == "code":
            tree = parsed(cell.source)
            found |= bound(tree) | imported(tree)
    return found


def _definitions(source: str) -> str:
    kept = [
        ast.get_source_segment(source, node) or ast.unparse(node)
        for node in parsed(source).body
        if not isinstance(node, ast.Assert | ast.Expr)
    ]
    return "\n".join(kept)


def demand_python(draft: Draft, test: Test) -> None:
    """Stop at a test that is no Python, or no function where one is expected.

    Raises:
        HomeworkError: naming its cell.

    """
    try:
        if ">>>" in test.source:
            _from_doctest(test)
        body = syntax.parse(test.source).body
    except (SyntaxError, ValueError) as error:
        message = getattr(error, "msg", str(error))
        raise wrong(
            draft.path, test.number, f"is a test that is no Python ({message}).",
            "Correct it.",
        ) from error  # fmt: skip
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    if test.is_function and (not functions or body[0] is not functions[0]):
        test.is_function = False  # an assertion beside the functions: it says it all


def _from_doctest(test: Test) -> None:
    """Turn lines behind `>>>` into code that shows all that they show, one by one."""
    parts, shown = [], []
    for example in DocTestParser().get_examples(test.source):
        is_shown = example.want and isinstance(parsed(example.source).body[0], ast.Expr)
        if is_shown and not example.source.startswith("print("):
            parts.append(f"print(repr({example.source.strip()}))")
        else:
            parts.append(example.source.rstrip())
        shown.append(example.want)
    if parts:
        test.source, test.shown, test.there = "\n".join(parts), "".join(shown), True


def tests_file(draft: Draft, question: Asked, names: Names) -> str:
    """Write the `tests.py` of a question."""
    used: set[str] = set()
    functions, titles = [], set[str]()
    for number, test in enumerate(question.tests, start=1):
        title = _title(test, number, titles)
        titles.add(title)
        body, parameters, asked = _body(test, names)
        used |= asked
        label = "hidden" if test.hidden else "public"
        used.add(label)
        sentence = _sentence(question, test, number)
        functions.append(
            f"@{label}(points={_number(test.points)})\n"
            f"def {title}({', '.join(parameters)}) -> None:\n"
            f'    """{sentence}"""\n{_indented(body)}\n'
        )
    doc = f'"""What an answer to {question.name} must do, from {draft.path.name}."""\n'
    return "\n\n".join([doc + _imports(used, names), *functions])


def _imports(used: set[str], names: Names) -> str:
    others = sorted({names.imports[name] for name in used if name in names.imports})
    ours: list[str] = [name for name in ("hidden", "public") if name in used]
    carried = sorted(
        used & {"assert_answered", "assert_holds", "assert_shows", "run_there"}
    )
    text = "".join(f"\n{line}" for line in others) + "\n" * bool(others)
    if "run_there" in carried:
        ours.insert(0, "Notebook")
    text += f"\nfrom checks import {', '.join(ours)}"
    if carried:
        text += f"\nfrom checks.carried import {', '.join(carried)}"
    return text + "\n"


def _title(test: Test, number: int, taken: set[str]) -> str:
    title = f"test_{number}"
    if test.is_function:
        own = _function(test).name
        title = own if NAME.fullmatch(own) else f"test_{own}"
    return title if title not in taken else f"{title}_{number}"


def _function(test: Test) -> ast.FunctionDef:
    first = syntax.parse(test.source).body[0]
    assert isinstance(first, ast.FunctionDef)
    return first


def _number(points: float | None) -> str:
    value = float(points or 0)
    return str(int(value)) if value.is_integer() else repr(value)


def _sentence(question: Asked, test: Test, number: int) -> str:
    text = test.message
    if not text and test.is_function:
        text = ast.get_docstring(_function(test)) or ""
    text = " ".join(text.split()).replace('"', "'").replace("\\", "/")
    if not text:
        return f"The answer to {question.name} should pass test {number}."
    return text if text[-1] in ".!?" else f"{text}."


def _indented(body: str) -> str:
    return "\n".join(
        f"    {line}" if line.strip() else "" for line in body.splitlines()
    )


# --- the body of a test -------------------------------------------------------


def runs_there(test: Test, names: Names) -> bool:
    """Say whether a test has to run among the notebook's names."""
    tree = parsed(test.source)
    own = bound(tree)
    calls = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    if test.there or names.is_heavy or calls & {"print", "globals", "locals", "eval"}:
        return True
    if any(isinstance(node, ast.Global | ast.ClassDef) for node in ast.walk(tree)):
        return True
    if test.is_function:
        return "\n" in "".join(_texts(tree))
    return (
        bool(own & names.bound)
        or "\n" in "".join(_texts(tree))
        or (_is_star(tree) or "env" in free(test.source))
    )


def _texts(tree: ast.Module) -> list[str]:
    """List the texts of a test; one of several lines must not be indented."""
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def _is_star(tree: ast.Module) -> bool:
    return any(
        alias.name == "*"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )


def _body(test: Test, names: Names) -> tuple[str, list[str], set[str]]:
    """Return a test's body, its parameters, and the names that it imports."""
    if runs_there(test, names):
        return _body_there(test, names)
    if test.is_function:
        return _body_of_function(test, names)
    asked = free(test.source)
    imports = {name for name in asked if name in names.imports}
    parameters = [name for name in asked if name not in imports]
    body, helpers = _judged(test)
    if test.guarded:
        helpers = {*helpers, "assert_answered"}
        body = f"{_guard(parameters)}\n{body}"
    return body, [f"{name}: object" for name in parameters], imports | helpers


def _guard(parameters: Sequence[str]) -> str:
    return f"assert_answered({', '.join(f'{name}={name}' for name in parameters)})"


def _body_of_function(test: Test, names: Names) -> tuple[str, list[str], set[str]]:
    node = _function(test)
    parameters = [each.arg for each in node.args.args]
    statements = node.body[1:] if ast.get_docstring(node) else node.body
    body = "\n".join(map(ast.unparse, statements)) or "pass"
    asked = [name for name in free(body) if name not in parameters]
    helpers = {name for name in asked if name in names.imports}
    if test.guarded:
        helpers.add("assert_answered")
        plain = [name for name in parameters if name != "env"]
        body = f"{_guard(plain)}\n{body}"
    shown = [f"{name}: object" if name != "env" else "env: dict" for name in parameters]
    return body, shown, helpers


def _body_there(test: Test, names: Names) -> tuple[str, list[str], set[str]]:
    source = test.source
    if test.is_function:
        node = _function(test)
        given = ("globals()" if a.arg == "env" else a.arg for a in node.args.args)
        source = f"{ast.unparse(node)}\n\n{node.name}({', '.join(given)})"
    is_plain = '"""' not in source and "\\" not in source
    quoted = f'"""\n{source}\n"""' if is_plain else repr(source)
    arguments = ["env", "source"]
    if not test.is_function and _expects(test):
        arguments.append(f"shows={test.shown!r}")
    if test.guarded:
        wanted = [name for name in free(source) if name in names.bound]
        arguments.append(f"answers={wanted!r}")
    body = f"source = {quoted}\nrun_there({', '.join(arguments)})"
    return body, ["env: Notebook"], {"run_there"}


def _expects(test: Test) -> bool:
    """Say whether the saved output is something that a later run can show again."""
    return bool(test.shown) and not HAS_ADDRESS.search(test.shown or "")


def _judged(test: Test) -> tuple[str, set[str]]:
    """Make an assertion of the last expression, if the test ends with one."""
    body = parsed(test.source).body
    if not body or not isinstance(body[-1], ast.Expr):
        return test.source, set()
    last = body[-1]
    segment = ast.get_source_segment(test.source, last) or ast.unparse(last)
    lines = test.source.splitlines()
    offset = len(lines[last.lineno - 1].encode()[: last.col_offset].decode())
    before = "\n".join([*lines[: last.lineno - 1], lines[last.lineno - 1][:offset]])
    judged, helper = _assertion(test, last.value, segment)
    return before + judged, {helper} if helper else set()


def _assertion(test: Test, value: ast.expr, segment: str) -> tuple[str, str]:
    shown = (test.shown or "").strip()
    if shown in TRUE:
        wanted = TRUE[shown]
        one_line = "\n" not in segment and isinstance(value, ast.Compare | ast.Call)
        inner = segment if one_line and wanted else f"({segment})"
        return (f"assert {inner}" if wanted else f"assert not {inner}"), ""
    if shown and _expects(test):
        return f"assert_shows({segment}, {shown!r})", "assert_shows"
    if isinstance(value, ast.Compare | ast.BoolOp):
        return f"assert ({segment})", ""
    return f"assert_holds({segment})", "assert_holds"
