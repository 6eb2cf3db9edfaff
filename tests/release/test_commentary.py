"""Students get the modules that check their work without their authors' commentary."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from homework.release.commentary import without_commentary

COURSE = Path(__file__).resolve().parents[2] / "assignments"
MODULES = sorted((COURSE / "checks").glob("*.py"))
TRICKY = '''\
"""Of the module."""  # and of its author
# alone
class Empty:
    """Nothing else."""


def text(à: "Länge" = 1, *, of: tuple[int,
    int] | None = None
) -> dict[str,
    int]:
    """First.

    # not a comment
    """
    return """# kept
# kept too"""  # gone
'''


def docless(source: str) -> str:
    """Give a module's tree as text, docstrings and types of functions left out."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        if isinstance(node, documented) and ast.get_docstring(node) is not None:
            node.body[:1] = [] if len(node.body) > 1 else [ast.Expr(ast.Constant(...))]
    return ast.dump(tree)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_without_commentary_does_the_same(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    plain = without_commentary(source)
    if ast.parse(source).body[1:]:
        assert docless(plain) == docless(source)
    assert without_commentary(plain) == plain


def test_comments_and_docstrings_go_and_texts_stay() -> None:
    assert without_commentary(TRICKY) == (
        "class Empty:\n    ...\n\n\n"
        'def text(à = 1, *, of = None\n):\n    return """# kept\n# kept too"""\n'
    )
