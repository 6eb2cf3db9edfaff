"""What tests stand on that were carried over from another autograder.

Expressions there are compared by what a notebook shows, and tests may run among the
notebook's own names. New tests need neither: `checks.assert_close` says more.
"""

import ast
import contextlib
import io
import math
import re
import textwrap
from typing import Any

from checks.answers import Notebook

OF_NUMPY = re.compile(
    r"\bnp\.(?:float|int|uint|str|bool)\w*\(([^()]*)\)|\bnp\.(True|False)_"
)


def assert_shows(value: object, shows: str) -> None:
    """Demand that a value is displayed as ``shows``, spacing and last digits aside."""
    _demand(repr(value), shows)


def assert_holds(value: object) -> None:
    """Demand that an expression is not false; ``None`` and other values are right."""
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        assert value, "this is False, and should be True"


def assert_answered(**values: object) -> None:
    """Demand that no ``...`` stands for an answer any more."""
    for name, value in values.items():
        assert value is not ..., f"{name} is still ..., so it is not answered"
        assert value is not None, f"{name} is not defined, or None"


def run_there(
    env: object, source: str, shows: str = "", answers: tuple[str, ...] | list[str] = ()
) -> None:
    """Run a test among the notebook's names, where its values are.

    Args:
        env: the notebook.
        source: the test, as lines of Python.
        shows: what it displays, what it prints included; "" for anything but False.
        answers: names that may not be ``...`` any more.

    Raises:
        AssertionError: saying what went wrong.

    """
    assert isinstance(env, Notebook)
    if isinstance(env.names, dict):
        failure = outcome(source, shows, list(answers), env.names)
    else:
        failure = env.run(carried_test, source, shows, list(answers))
    assert not failure, failure


def carried_test(source: str, shows: str, answers: list[str]) -> str:
    """Run a test among the names of the shell that this process is."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    return outcome(source, shows, answers, shell.user_ns if shell else {})


def outcome(source: str, shows: str, answers: list[str], names: dict[str, Any]) -> str:
    """Run a test among some names; say what went wrong, "" for nothing.

    It may delete or replace a name, and functions see that; in the end all are back.
    """
    before = dict(names)
    try:
        assert_answered(**{name: names.get(name) for name in answers})
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            value = _run(ast.parse(textwrap.dedent(source)), names)
        shown = printed.getvalue() + ("" if value is None else repr(value))
        if shows:
            _demand(shown, shows)
        else:
            assert_holds(value)
    except AssertionError as error:
        return str(error) or "an assert failed"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        for name in names.keys() - before.keys():
            del names[name]
        names.update(before)
    return ""


def _run(tree: ast.Module, scope: dict[str, Any]) -> Any:
    """Run statements; return the value of the last one, where it is an expression."""
    last = tree.body[-1] if tree.body else None
    body = tree.body[:-1] if isinstance(last, ast.Expr) else tree.body
    exec(compile(ast.Module(body, []), "test", "exec"), scope)  # noqa: S102
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "test", "eval"), scope)  # noqa: S307
    return None


def _demand(shown: str, shows: str) -> None:
    right = _alike(_plain(shown), _plain(shows))
    assert right, f"it shows {shown!r}, which is not what it should show"


def _plain(text: str) -> str:
    text = OF_NUMPY.sub(lambda found: found.group(1) or found.group(2) or "", text)
    return re.sub(
        r"\s+", " ", re.sub(r"([\[({,])\s+|\s+(?=[\])}])", r"\1", text)
    ).strip()


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return _equal(ast.literal_eval(one), ast.literal_eval(other))
    except (ValueError, SyntaxError, TypeError):
        return False


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-9)
    if isinstance(one, list | tuple) and type(one) is type(other):
        return len(one) == len(other) and all(map(_equal, one, other))
    return bool(one == other)
