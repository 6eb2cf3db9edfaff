"""The shell in which a notebook's cells run: as a kernel's, without a terminal."""

from __future__ import annotations

import ast
import asyncio
import fnmatch
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import ModuleType, SimpleNamespace
from typing import Any
from warnings import catch_warnings

from IPython.core.displayhook import DisplayHook
from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import InteractiveShell

REFUSED = "Grading does not run system commands; this line was left out: {}"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
COMMANDS = ("pip", "conda", "uv", "mamba", "micromamba", "man")
PROGRAMS = (
    *("bash", "sh", "script", "system", "sx", "perl", "ruby", "pypy"),
    *("python", "python2", "python3"),
)
# What a kernel does with its clients, and a grader has none.
OF_A_KERNEL = (
    *("autosave", "connect_info", "qtconsole", "subshell", "clear", "cls", "edit"),
    *("ed", "less", "more", "notebook", "gui", "pdb", "debug"),
)


class Silent(DisplayHook):
    """Shows a cell's last value to nobody, but asks for its text as Jupyter does."""

    def __call__(self, result: Any = None) -> None:
        """Compute the text, so that an error in it is the cell's."""
        if result is not None:
            hook: Any = self  # IPython has no types here
            hook.compute_format_data(result)
            hook.update_user_ns(result)


class Memory(dict[str, Any]):
    """What magics such as ``%cd`` and ``%store`` keep, for this notebook only."""

    def keys(self, pattern: str = "*") -> Any:
        """List the names, or those of a pattern, as IPython's own store does."""
        return [name for name in self if fnmatch.fnmatchcase(name, pattern)]

    def __delitem__(self, name: str) -> None:
        """Forget a name; one that is not there is no error, as in IPython's own."""
        self.pop(name, None)


class Shell(InteractiveShell):
    """IPython as in a kernel, without a terminal, a history or a system shell."""

    displayhook_class = Silent
    kernel = SimpleNamespace(do_shutdown=lambda *_, **__: None, shell=None)
    parent_header: dict[str, Any] = {}  # noqa: RUF012  # nobody sends messages

    async def run(self, source: str) -> BaseException | None:
        """Run a cell inside the running loop, as a kernel does; return its error.

        So ``asyncio.create_task(...)`` works, and a task goes on after its cell.
        """
        failed: Any = None
        cell = source
        try:
            cell = self.transform_cell(source)
        except Exception:
            failed = sys.exc_info()
        events: Any = self.events
        run: Any = self.run_cell_async
        result = None
        try:
            result = await run(
                source, transformed_cell=cell, preprocessing_exc_tuple=failed
            )
        finally:
            events.trigger("post_execute")
            events.trigger("post_run_cell", result)
        error: BaseException | None = result.error_before_exec or result.error_in_exec
        if type(error) is SyntaxError:  # newer words are none to an older Python
            error.msg = f"{error.msg}; graded by Python {PYTHON}"
        return error

    def enable_gui(self, gui: str | None = None) -> None:
        """Do nothing: there is no screen."""

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str, str]:
        """Leave figures to matplotlib, which draws without a screen."""
        del gui
        return "inline", "agg"

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
    """Make the shell, and run a cell that does nothing, before a fork.

    That takes a tenth of a second, and what the first cell of all would load and
    compile, such as how to split Python into words, is there for every notebook.
    """
    HistoryManager.enabled = False  # type: ignore[assignment]  # for all instances
    shell: Shell = Shell.instance(colors="nocolor")
    shell.db = Memory()  # IPython's own lies in a folder that cannot be written
    shell.user_ns.update(_i="", _ii="", _iii="")  # no history is kept
    register: Any = shell.register_magic_function
    for name in COMMANDS:
        register(shell.system, "line", name)
    for name in PROGRAMS:
        register(
            lambda line, _="", name=name: shell.system(f"%%{name} {line}"),
            "line_cell",
            name,
        )
    for name in OF_A_KERNEL:
        register(lambda _line, _cell="": None, "line_cell", name)
    extensions: Any = shell.extension_manager
    extensions.load_extension("storemagic")
    asyncio.run(shell.run("None"))
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
