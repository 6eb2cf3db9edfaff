"""Show on the terminal how far several pieces of work have come."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


@dataclass
class Clock:
    """Seconds that each step of some work took, in the order of their ends."""

    seconds: dict[str, float] = field(default_factory=dict)
    tell: Callable[[str], None] = lambda _: None

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step, and tell that it has begun."""
        self.tell(name)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = time.perf_counter() - start

    def __str__(self) -> str:
        return ", ".join(f"{name} {took:.1f} s" for name, took in self.seconds.items())


@contextmanager
def bars(console: Console) -> Iterator[Callable[[str], Callable[[str], None]]]:
    """Show one line for each piece of work: its name, its latest step, its time.

    Args:
        console: where to show them; when it is no terminal, nothing is shown.

    Yields:
        A function that opens a line for a name, and gives what tells its steps.

    """
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.fields[step]}"),
        TimeElapsedColumn(),
    )
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as shown:

        def opened(name: str) -> Callable[[str], None]:
            line = shown.add_task(name, total=None, step="waits")
            return lambda step: shown.update(line, step=step)

        yield opened
