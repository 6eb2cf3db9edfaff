"""The shell in which a notebook's cells run: as a kernel's, without a terminal."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any
from warnings import catch_warnings

from IPython.core.displayhook import DisplayHook
from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import InteractiveShell

REFUSED = "Grading does not run system commands; this line was left out: {}"


class Silent(DisplayHook):
    """Shows a cell's last value to nobody, but asks for its text as Jupyter does."""

    def __call__(self, result: Any = None) -> None:
        """Compute the text, so that an error in it is the cell's."""
        if result is not None:
            hook: Any = self  # IPython has no types here
            hook.compute_format_data(result)
            hook.update_user_ns(result)


class Shell(InteractiveShell):
    """IPython without a terminal, a history or a system shell."""

    displayhook_class = Silent

    def system(self, cmd: str) -> None:
        """Refuse a line such as ``!pip install x``; the cell goes on."""
        print(REFUSED.format(cmd))  # noqa: T201  # the student's output

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """Refuse ``files = !ls`` too."""
        del depth
        self.system(cmd)
        return [] if split else ""

    def ask_exit(self) -> None:
        """End the cell that calls ``exit()``, and not the notebook."""
        raise SystemExit

    @contextmanager
    def _tee(self, channel: str) -> Iterator[None]:
        """Keep no copy of what is printed: IPython would, in memory, without end."""
        del channel
        yield

    def showtraceback(self, *_: Any, **__: Any) -> None:
        """Leave errors to who runs the cell."""

    showsyntaxerror = showindentationerror = showtraceback

    def transform_cell(self, raw_cell: str) -> str:
        """Look for magics only where a cell is no Python as it stands.

        The search takes longer than the compiler. What is on one line may be the name
        of a magic, and IPython takes away what is before the first line.
        """
        if "\n" in raw_cell.strip() and not raw_cell[0].isspace():
            with suppress(Exception), catch_warnings(action="ignore"):
                ast.parse(raw_cell)
                return raw_cell.rstrip("\n") + "\n"
        transform: Any = super().transform_cell  # IPython has no types here
        return str(transform(raw_cell))


def make_shell() -> Shell:
    """Make the shell, before a fork: that takes a tenth of a second."""
    HistoryManager.enabled = False  # type: ignore[assignment]  # for all instances
    shell: Shell = Shell.instance(colors="nocolor")
    register: Any = shell.register_magic_function
    for name in ("pip", "conda", "uv", "mamba", "micromamba"):
        register(shell.system, "line", name)
    for name in ("bash", "sh", "script", "system", "sx", "perl", "ruby"):
        register(
            lambda line, _="", name=name: shell.system(f"%%{name} {line}"),
            "line_cell",
            name,
        )
    return shell


def otter_for(check: Callable[[str], None]) -> ModuleType:
    """Make the ``otter`` that a notebook imports: its checks ask the grader."""

    class Notebook:
        """Otter's notebook as far as students use it; tells nothing about scores."""

        def __init__(self, *_: Any, **__: Any) -> None:
            self.tests_url_prefix = ""

        def check(self, question: str, *_: Any, **__: Any) -> None:
            """Have a question graded now."""
            check(str(question))

        def _nothing(self, *_: Any, **__: Any) -> None:
            """Do nothing while grading."""

        check_all = export = to_pdf = add_plugin_files = run_plugin = _nothing

    made = ModuleType("otter", "Otter-Grader, as far as a notebook uses it.")
    made.__dict__.update(Notebook=Notebook, __version__="7.0.0")
    return made
