"""Read ``tests.py`` and write each test as the one cell that Otter understands."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from homework.base.errors import HomeworkError

# A parameter with one of these annotations is wrapped before the test sees it.
WRAPPERS = ("Function", "Notebook")
VISIBILITIES = ("public", "hidden")


@dataclass(frozen=True)
class Case:
    """One test of a question, as written in ``tests.py``."""

    path: Path
    node: ast.FunctionDef
    imports: tuple[ast.Import | ast.ImportFrom, ...]

    @property
    def name(self) -> str:
        """The function's name."""
        return self.node.name

    @property
    def message(self) -> str:
        """The docstring: what the student reads when the test fails."""
        return ast.get_docstring(self.node) or ""

    @property
    def parameters(self) -> list[str]:
        """The student's names that the test asks for."""
        return [argument.arg for argument in self.node.args.args]

    @cached_property
    def _label(self) -> ast.Call:
        for decorator in self.node.decorator_list:
            if (
                isinstance(decorator, ast.Call)
                and isinstance(decorator.func, ast.Name)
                and decorator.func.id in VISIBILITIES
            ):
                return decorator
        raise HomeworkError(
            f"{self.path}:{self.node.lineno}",
            f"test '{self.name}' has neither @public nor @hidden.",
            "Write `@public(points=1)` above it.",
        )

    @property
    def hidden(self) -> bool:
        """Whether only the grader runs the test."""
        return (
            isinstance(self._label.func, ast.Name) and self._label.func.id == "hidden"
        )

    @property
    def points(self) -> float:
        """What the test is worth."""
        for keyword in self._label.keywords:
            if keyword.arg == "points" and isinstance(keyword.value, ast.Constant):
                value = keyword.value.value
                if isinstance(value, int | float) and not isinstance(value, bool):
                    return value
        raise HomeworkError(
            f"{self.path}:{self.node.lineno}",
            f"test '{self.name}' does not say its points as a number.",
            "Write `@public(points=1)` above it.",
        )

    @property
    def wrapped(self) -> dict[str, str]:
        """Parameters that are wrapped, with the wrapper's name."""
        return {
            argument.arg: argument.annotation.id
            for argument in self.node.args.args
            if isinstance(argument.annotation, ast.Name)
            and argument.annotation.id in WRAPPERS
        }

    def function_source(self) -> str:
        """Write the test as Otter wants it: no decorator, imports inside."""
        node = copy.deepcopy(self.node)
        node.decorator_list = []
        node.returns = None
        for argument in node.args.args:
            argument.annotation = None
        body = node.body[1:] if ast.get_docstring(node) else node.body
        wraps = [
            ast.parse(f"{name} = {wrapper}({name!r}, {name})").body[0]
            for name, wrapper in self.wrapped.items()
        ]
        node.body = [*self.imports_used(), *wraps, *body]
        return ast.unparse(ast.fix_missing_locations(node))

    def imports_used(self) -> list[ast.stmt]:
        """List the file's imports that the test uses, each with these names only."""
        used = {
            leaf.id
            for item in self.node.body
            for leaf in ast.walk(item)
            if isinstance(leaf, ast.Name)
        }
        used |= set(self.wrapped.values())
        kept: list[ast.stmt] = []
        for statement in self.imports:
            names = [
                alias
                for alias in statement.names
                if (alias.asname or alias.name).split(".")[0] in used
            ]
            if names:
                clone = copy.deepcopy(statement)
                clone.names = names
                kept.append(clone)
        return kept

    def cell_source(self) -> str:
        """Write the whole test cell: Otter's configuration, then the function."""
        settings = yaml.safe_dump(
            {
                "points": self.points,
                "hidden": self.hidden,
                "failure_message": self.message,
            },
            sort_keys=False,
            width=10_000,
            allow_unicode=True,
        )
        return (
            f'""" # BEGIN TEST CONFIG\n{settings}""" # END TEST CONFIG\n'
            f"{self.function_source()}\n\n"
            f"{self._call()}"
        )

    def _call(self) -> str:
        """Run the test in the master, for the author to see; Otter drops this line."""
        values = ("globals()" if p == "env" else p for p in self.parameters)
        return f"{self.name}({', '.join(values)})"


def read_cases(path: Path) -> list[Case]:
    """Read the tests of one question, in their order; none when there is no file.

    Raises:
        HomeworkError: when the file is not Python.

    """
    if not path.exists():
        return []
    tree = parse(path)
    imports = tuple(
        node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)
    )
    return [
        Case(path, node, imports)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def parse(path: Path) -> ast.Module:
    """Parse a Python file.

    Raises:
        HomeworkError: naming the file and the line that is not Python.

    """
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        raise HomeworkError(
            f"{path}:{error.lineno}",
            f"is not Python: {error.msg}.",
            "Correct the line.",
        ) from error
