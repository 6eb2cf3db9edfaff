"""The `homework` command."""

from __future__ import annotations

import sys
from typing import Any

import click
from rich.console import Console

from homework.errors import HomeworkError
from homework.layout import Repository

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)

NAMES = click.argument("names", nargs=-1, metavar="[NAME]...")


class Command(click.Group):
    """A group whose commands end with a sentence, not a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a `HomeworkError` becomes one line and exit code 2."""
        try:
            return super().invoke(ctx)
        except HomeworkError as error:
            errors.print(str(error), style="red", markup=False, soft_wrap=True)
            sys.exit(2)


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Write, prove and release autograded homework.

    Exit codes: 0 all is well, 1 something was found, 2 the call cannot be carried out.
    """
    sys.path.insert(0, str(Repository.find().assignments_folder))


@main.command()
@NAMES
@click.option("--force", is_flag=True, help="Drop edits that were not absorbed.")
def assemble(names: tuple[str, ...], *, force: bool) -> None:
    """Build the master notebooks from the question folders.

    Example: homework assemble bn_drop
    """
    from homework.masters import assemble as build

    for assignment in Repository.find().assignments(names):
        changed = build(assignment, force=force)
        console.print(f"{assignment.name}: {'assembled' if changed else 'unchanged'}")


@main.command()
@NAMES
def absorb(names: tuple[str, ...]) -> None:
    """Write a master that was edited in Jupyter back into its question folders.

    Example: homework absorb bn_drop
    """
    from homework.masters import absorb as take

    repository = Repository.find()
    for assignment in repository.assignments(names):
        changed = take(assignment)
        for path in changed:
            written = path.relative_to(repository.root)
            console.print(f"{assignment.name}: wrote {written}")
        if not changed:
            console.print(f"{assignment.name}: nothing to absorb")


@main.command()
@NAMES
def check(names: tuple[str, ...]) -> None:
    """Hold the question folders against the law of the repository.

    Example: homework check bn_drop
    """
    from homework.evidence import weigh

    found = [
        complaint
        for assignment in Repository.find().assignments(names)
        for question in assignment.questions
        for complaint in weigh(assignment, question)
    ]
    for complaint in found:
        errors.print(str(complaint), markup=False, soft_wrap=True)
    sys.exit(1 if found else 0)


@main.command()
def coverage() -> None:
    """Show which question covers which row of the course's problem list.

    Writes docs/coverage.md. Example: homework coverage
    """
    from rich.table import Table

    from homework import coverage as page
    from homework.files import write_text

    repository = Repository.find()
    found, wanted = page.coverage(repository), page.wanted_rows(repository)
    table = Table(*page.HEADER)
    for item in found:
        table.add_row(*item.columns)
    console.print(table)
    text = page.coverage_page(found, len(wanted))
    write_text(repository.root / "docs" / "coverage.md", text)
    missing = page.missing_rows(repository, found)
    console.print(f"{len(wanted) - len(missing)} of {len(wanted)} rows")
    if missing:
        errors.print(f"homework.toml: no question covers {', '.join(missing)}.")
        sys.exit(1)
