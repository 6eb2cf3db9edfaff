"""The `homework` command."""

from __future__ import annotations

import errno
import io
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console

from homework.base.errors import HomeworkError, unreadable
from homework.base.files import write_text
from homework.base.texts import lines, one_line, to_json
from homework.questions.layout import Assignment, Repository

# A pipe has no width of its own; tables of scores need more than 80 columns.
console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
errors = Console(stderr=True, highlight=False)

CANNOT_WRITE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM}
SETTINGS = "homework.toml"
NAMES = click.argument("names", nargs=-1, metavar="[NAME]...")


class Command(click.Group):
    """A group whose commands end with a sentence, not a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a `HomeworkError` becomes one line and exit code 2."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A terminal that knows few characters shows the others escaped.
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except HomeworkError as error:
            self._stop(error)
        except (OSError, UnicodeDecodeError) as error:
            if known := unreadable(error):
                self._stop(known)
            if not isinstance(error, OSError) or error.errno not in CANNOT_WRITE:
                raise
            said = f"{error.filename or 'A file'} cannot be written: {error.strerror}."
            remedy = "Make space or permission, and run the same command again."
            errors.print(lines(f"{said} {remedy}"), style="red", soft_wrap=True)
            sys.exit(2)

    def _stop(self, error: HomeworkError) -> NoReturn:
        text = lines(_from_here(error))  # names of files may hold anything
        errors.print(text, style="red", markup=False, soft_wrap=True)
        sys.exit(2)


def _say(text: object) -> None:
    """Print one line, whatever names of other people in it hold."""
    console.print(one_line(str(text)), markup=False, soft_wrap=True)


def _from_here(said: object) -> str:
    """Say something with paths from the clone, or from the working folder."""
    root = _root() or Path.cwd()
    return str(said).replace(f"{root}/", "").replace(f"{root}: ", "this clone: ")


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Write, prove and release autograded homework.

    Exit codes: 0 all is well, 1 something was found, 2 the call cannot be carried out.
    """
    with suppress(HomeworkError):  # a class can be graded outside of a clone
        sys.path.insert(0, str(Repository.find().assignments_folder))


@main.command()
@NAMES
@click.option("--force", is_flag=True, help="Drop edits that were not absorbed.")
def assemble(names: tuple[str, ...], *, force: bool) -> None:
    """Build the master notebooks from the question folders.

    Example: homework assemble bn_drop
    """
    from homework.questions.masters import assemble as build

    for assignment in Repository.find().assignments(names):
        changed = build(assignment, force=force)
        console.print(f"{assignment.name}: {'assembled' if changed else 'unchanged'}")


@main.command()
@NAMES
@click.option("--shared", is_flag=True, help="Also what every assignment ends with.")
def absorb(names: tuple[str, ...], *, shared: bool) -> None:
    """Write a master that was edited in Jupyter back into its question folders.

    Example: homework absorb bn_drop
    """
    from homework.questions.masters import absorb as take

    repository = Repository.find()
    for assignment in repository.assignments(names):
        changed = take(assignment, shared=shared)
        for path in changed:
            written = path.relative_to(repository.root)
            console.print(f"{assignment.name}: wrote {written}")
        if not changed:
            console.print(f"{assignment.name}: nothing to absorb")


@main.command()
@NAMES
@click.option("--fix", is_flag=True, help="First rewrite cell files in absorb's form.")
@click.option("--again", is_flag=True, help="Run also answers that have not changed.")
def check(names: tuple[str, ...], *, fix: bool, again: bool) -> None:
    """Hold the questions against law and style, and put every answer to its tests.

    Answers run when they, their question or its tests changed.

    Example: homework check bn_drop
    """
    from rich.progress import Progress

    from homework.law.check import prove
    from homework.law.repository import repository_complaints, rewrite
    from homework.proof.judgement import proven_answers

    repository = Repository.find()
    assignments = repository.assignments(names)
    for assignment in assignments if fix else ():
        for path in rewrite(assignment):
            written = path.relative_to(repository.root)
            console.print(f"{assignment.name}: wrote {written}")
    with Progress(
        console=errors,
        transient=True,
        auto_refresh=False,
        disable=not errors.is_terminal,
    ) as progress:
        task = progress.add_task("answers to their tests", total=None)

        def begin(questions: int) -> None:
            progress.update(task, total=questions)

        def done() -> None:
            progress.advance(task)
            progress.refresh()

        proven = proven_answers(repository, assignments)
        reports = prove(assignments, again=again, proven=proven, begin=begin, done=done)
    found = repository_complaints(repository)
    for report in reports:
        found += report.complaints
    for complaint in dict.fromkeys(found):
        errors.print(_from_here(complaint), markup=False, soft_wrap=True)
    for report in reports:
        for note in report.notes:
            text = _from_here(note)
            console.print(text, style="yellow", markup=False, soft_wrap=True)
        console.print(report.summary, markup=False, soft_wrap=True)
    sys.exit(1 if found else 0)


@main.command()
@NAMES
@click.option("--again", is_flag=True, help="Prove also what has not changed.")
@click.option("--messages", is_flag=True, help="First write what students read anew.")
@click.option("--elsewhere", is_flag=True, help="Only try this NumPy and torch.")
def prove(
    names: tuple[str, ...], *, again: bool, messages: bool, elsewhere: bool
) -> None:
    """Try the graders with answers, mutants, many seeds; write docs/quality.md.

    Example: homework prove bn_drop
    """
    from rich.progress import MofNCompleteColumn, Progress, TimeElapsedColumn

    from homework.proof.elsewhere import run_here
    from homework.proof.page import write_page
    from homework.proof.prove import prove as prove_all
    from homework.proof.prove import write_messages
    from homework.proof.record import Task

    repository = Repository.find()
    assignments = repository.assignments(names)
    for path in write_messages(assignments) if messages else ():
        console.print(f"wrote {path.relative_to(repository.root)}", soft_wrap=True)
    columns = (
        *Progress.get_default_columns(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=errors, transient=True) as progress:
        line = progress.add_task("parts of the proof", total=None)

        def done(task: Task) -> None:
            progress.update(line, advance=1, description=task.question.name)

        def begin(count: int) -> None:
            progress.update(line, total=count)

        if elsewhere:
            proofs = []
            found = run_here(repository, assignments, begin=begin, done=done)
        else:
            proofs = prove_all(
                repository, assignments, again=again, begin=begin, done=done
            )
            found = [each for proof in proofs for each in proof.shortcomings]
    write_page(repository)
    for problem in dict.fromkeys(found):
        errors.print(_from_here(problem), markup=False, soft_wrap=True)
    for proof in proofs:
        console.print(proof.summary, markup=False, soft_wrap=True)
    sys.exit(1 if found else 0)


@main.command()
@click.argument("archive", metavar="ZIP")
@click.argument("submission", type=click.Path(path_type=Path))
@click.option(
    "--show",
    type=click.Choice(("student", "staff")),
    help="Show what a student reads before grades are published, or staff.",
)
@click.option("-o", "saved", type=click.Path(path_type=Path), help="Save that.")
@click.option("--install", is_flag=True, help="Install from the lock file, as there.")
@click.option("--memory", default=750.0, show_default=True, help="Megabytes.")
@click.option("--cpus", default=0.5, show_default=True, help="Processors.")
@click.option("--minutes", default=10.0, show_default=True, help="Time limit.")
def gradescope(
    archive: str,
    submission: Path,
    *,
    show: str | None,
    saved: Path | None,
    install: bool,
    memory: float,
    cpus: float,
    minutes: float,
) -> None:
    """Do here what Gradescope does with a zip and a submission.

    ZIP may be an assignment's name. What is saved is text, or results.json as it is
    where its name ends so; without --show it is the student's.

    Example: homework gradescope bn_drop solutions/bn_drop.ipynb --show student -o s.txt
    """
    from homework.gradescope.shown import STUDENT, shown
    from homework.gradescope.stand_in import Container, run, table

    container = Container(memory, cpus, minutes * 60)
    with errors.status("unpack") as status:
        outcome = run(
            _zip_of(archive)[0],
            submission,
            install=install,
            container=container,
            tell=status.update,
        )
    text = shown(outcome.results, show or STUDENT)
    if show:
        console.print(lines(text), markup=False, soft_wrap=True)
    else:
        console.print(table(outcome))
        console.print(lines(outcome.results.get("output", "")), markup=False)
    if saved:
        is_json = saved.suffix == ".json"
        write_text(saved, to_json(outcome.results) if is_json else lines(text))
    console.print(outcome.summary, markup=False)
    for line in outcome.weaker:
        errors.print(line, style="yellow", markup=False)


@main.command()
@click.argument("assignment")
@click.argument("question", required=False)
@click.option("--after", default="", help="The question that it follows, such as q03.")
@click.option("--manual", is_flag=True, help="A written question, for a person.")
@click.option("--draft", is_flag=True, help="Its proof may wait until the release.")
def new(
    assignment: str, question: str | None, *, after: str, manual: bool, draft: bool
) -> None:
    """Start a question, or an assignment where no QUESTION is named.

    Example: homework new bn_drop layernorm_forward
    """
    from homework.law.scaffold import new_assignment, new_question

    repository = Repository.find()
    if question is None:
        folder = new_assignment(repository, assignment).folder
        following = f"homework new {assignment} QUESTION"
    else:
        (found,) = repository.assignments((assignment,))
        made = new_question(found, question, after=after, manual=manual, draft=draft)
        for old, its_new in made.renamed:
            console.print(f"Renamed {old} to {its_new}")
        folder = made.question.folder
        following = f"homework check {assignment} lists what to write."
    console.print(f"Made {folder.relative_to(repository.root)}", soft_wrap=True)
    console.print(f"Next: {following}")


@main.command()
@click.argument("folder", metavar="NEW_COURSE", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Start the repository of another course: the tools, a model question, its CI.

    Example: homework init ../linear-algebra
    """
    from homework.course.start import start

    made = start(folder)
    console.print(f"{folder}: {len(made)} files, and the tools", markup=False)
    console.print(f"Next: cd {folder} && git init && make && make test", markup=False)


@main.command("import")
@click.argument("master", metavar="MASTER", type=click.Path(path_type=Path))
@click.option("--name", default="", help="Of the assignment; else the file's.")
@click.option("--untried", is_flag=True, help="Do not build and grade it.")
def import_master(master: Path, *, name: str, untried: bool) -> None:
    """Make question folders of a master of stock Otter or nbgrader.

    Example: homework import hw03.ipynb --name regression
    """
    from homework.masters.command import bring_in

    repository = Repository.find()
    with errors.status("read") as status:
        made = bring_in(
            repository, master, name=name, tried=not untried, tell=status.update
        )
    for text in made.draft.notes:
        errors.print(text, style="yellow", markup=False, soft_wrap=True)
    problems = made.verdict.problems if made.verdict else []
    for text in problems:
        errors.print(text, style="red", markup=False, soft_wrap=True)
    console.print(made.summary, markup=False, soft_wrap=True)
    console.print(made.scores, markup=False, soft_wrap=True)
    console.print(f"Next: homework check {made.assignment.name}")
    sys.exit(1 if problems else 0)


@main.command()
def coverage() -> None:
    """Show which question covers which row of the course's problem list.

    Writes docs/coverage.md. Example: homework coverage
    """
    from rich.table import Table

    from homework.law import coverage as page

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
    uncollected = page.uncollected(found)
    for row, kind in uncollected:
        errors.print(
            f"homework.toml: {row} asks students to {kind}, but no written question "
            f"with `# collects: {kind}` covers it."
        )
    if missing or uncollected:
        sys.exit(1)


@main.command()
@NAMES
@click.option(
    "--force", is_flag=True, help="Build and grade also what has not changed."
)
@click.option("--drafts", is_flag=True, help="Build what has a draft in build/drafts.")
def release(names: tuple[str, ...], *, force: bool, drafts: bool) -> None:
    """Build with stock Otter, prove, and move the results into place.

    An assignment with a draft is refused; with --drafts it is built, without a proof,
    where only you see it, and what was released before stays as it is.

    Example: homework release bn_drop
    """
    from homework.base.progress import bars
    from homework.release.bundles import bundle, homeworks
    from homework.release.release import release_all

    repository = Repository.find()
    assignments = repository.assignments(names)
    with bars(errors) as bar:
        outcomes = release_all(
            repository, assignments, force=force, drafts=drafts, bar=bar
        )
    for outcome in outcomes:
        problems = [*outcome.findings, *filter(None, [outcome.refusal])]
        for problem in problems:
            text = _from_here(problem)
            errors.print(f"{outcome.name}: {text}", markup=False, soft_wrap=True)
        how = "unchanged" if outcome.unchanged else "released"
        if outcome.is_draft:
            how = "built in build/drafts, NOT released: it has a draft"
        said = f"{outcome.name}: {'NOT released' if problems else how}"
        took = f" ({outcome.clock})" if outcome.clock.seconds else ""
        console.print(f"{said}{took}", markup=False, soft_wrap=True)
    if any(outcome.refusal for outcome in outcomes):
        sys.exit(2)
    if any(outcome.findings for outcome in outcomes):
        sys.exit(1)
    for homework in homeworks(repository):
        if not names or set(names) & set(homework.notebooks):
            how = "released" if bundle(repository, homework) else "unchanged"
            parts = " and ".join(homework.notebooks)
            console.print(f"{homework.name}: {how} ({parts} in one)", soft_wrap=True)


@main.command()
@click.argument("assignment")
@click.option("-n", "count", default=60, show_default=True, help="Students.")
@click.option("--seed", default=1, show_default=True, help="The same, the same class.")
@click.option(
    "--shape",
    default="gradescope",
    show_default=True,
    type=click.Choice(("gradescope", "canvas", "moodle", "flat")),
)
@click.option(
    "-o", "out", default="build/class", type=click.Path(path_type=Path), help="Folder."
)
@click.option(
    "--plant", default=0, metavar="N", help="Only N misconceptions, in order."
)
def simulate(
    assignment: str, count: int, seed: int, shape: str, out: Path, plant: int
) -> None:
    """Make a class of students who never were, with the truth about their scores.

    Example: homework simulate bn_drop -n 600 --shape canvas -o build/class
    """
    from homework.release.simulate import simulate as make
    from homework.release.simulate import summary

    repository = Repository.find()
    (found,) = repository.assignments((assignment,))
    made = make(
        repository, found, out, count=count, seed=seed, shape=shape, planted=plant
    )
    console.print(f"{out}: {summary(made)}", markup=False, soft_wrap=True)


@main.command()
@NAMES
@click.option("--again", is_flag=True, help="Grade also what has not changed.")
@click.option(
    "--elsewhere", is_flag=True, help="With our engine, on this Python; notes it."
)
def samples(names: tuple[str, ...], *, again: bool, elsewhere: bool) -> None:
    """Grade the sample submissions with stock Otter on the released zips.

    With --elsewhere our engine grades them and all right answers, solution notebooks
    run in a kernel, and docs/quality.md says what came of it on this Python.

    Example: homework samples bn_drop
    """
    from rich.progress import Progress

    from homework.release.samples import grade_samples, samples_of, table

    repository = Repository.find()
    assignments = repository.assignments(names)
    if elsewhere:
        sys.exit(_on_this_python(repository, assignments))
    for assignment in assignments:
        for draft in assignment.drafts:
            said = f"{assignment.name}: {draft.name} is a draft; no sample is graded"
            console.print(said, style="yellow", markup=False, soft_wrap=True)
    wanted = [
        sample
        for assignment in assignments
        if not assignment.drafts
        for sample in samples_of(repository, assignment)
    ]
    with Progress(console=errors, transient=True) as progress:
        task = progress.add_task("samples by stock Otter", total=len(wanted))
        graded = grade_samples(
            repository, wanted, again=again, done=lambda: progress.advance(task)
        )
    for shown in table(graded):
        console.print(shown)
    for each in graded:
        if each.problem:
            errors.print(each.problem, markup=False, soft_wrap=True)
    kept = sum(1 for each in graded if each.seconds is None)
    console.print(f"{len(graded)} samples: {len(graded) - kept} graded, {kept} kept")
    sys.exit(0 if all(each.is_as_expected for each in graded) else 1)


def _on_this_python(repository: Repository, assignments: list[Assignment]) -> int:
    """Grade what is released on this Python; return the exit code."""
    from homework.proof.elsewhere import versions
    from homework.proof.page import write_page
    from homework.release.elsewhere import grade_here

    with errors.status(versions()) as status:
        lost = grade_here(
            repository, assignments, done=lambda each: status.update(each.name)
        )
    write_page(repository)
    for problem in lost:
        errors.print(lines(problem), markup=False, soft_wrap=True)
    console.print(f"{versions()}: {len(lost)} scores are not what they should be")
    return 1 if lost else 0


@main.command()
@click.argument("submission", type=click.Path(exists=True, dir_okay=False))
@click.argument("networks", nargs=-1, metavar="[NETWORK]...")
@click.option("--limit", default=900.0, help="Seconds for one training.")
def retrain(submission: str, networks: tuple[str, ...], *, limit: float) -> None:
    """Train a submission of pytorch_cnn again and compare with what it claims.

    THIS RUNS THE STUDENT'S CODE ON THIS MACHINE, on the GPU where there is one. The
    time limit stops it, but nothing fences it in: use a container or a spare machine.

    Example: homework retrain pytorch_cnn_2027_01_15.zip base own
    """
    from pathlib import Path

    from homework.grading.retrain import retrain as train_again

    course = Repository.find().assignments_folder
    verdicts = train_again(Path(submission), networks, course=course, limit=limit)
    for verdict in verdicts:
        console.print(lines(str(verdict)), markup=False, soft_wrap=True)
    sys.exit(0 if all(verdict.is_reproduced for verdict in verdicts) else 1)


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-a", "archive", required=True, help="Assignment, homework, or its zip.")
@click.option(
    "-o",
    "out",
    default="grades",
    help="Folder for the results.",
    type=click.Path(path_type=Path),
)
@click.option(
    "--roster",
    help="CSV with name, sid, email: adds who is missing.",
    type=click.Path(path_type=Path),
)
@click.option(
    "-j",
    "jobs",
    type=click.IntRange(1),
    help="Submissions at once (default: processors).",
)
@click.option("--level", help="Sandbox: limits, fenced or sealed; an error if weaker.")
@click.option("--cluster", metavar="ADDRESS", help="Dask scheduler: its workers grade.")
def grade(
    sources: tuple[str, ...],
    archive: str,
    out: Path,
    roster: Path | None,
    jobs: int | None,
    level: str | None,
    cluster: str | None,
) -> None:
    """Grade a class: what a platform gave, a folder, zips or notebooks.

    Each submission is fenced in while its code runs. OUT gets scores.csv, a JSON for
    each and a ledger; what is there already and has not changed is kept.

    Example: homework grade assignment_1_export.zip -a bn_drop -o grades/
    """
    from homework.classroom.machine import require_linux

    require_linux("homework grade")
    from homework.classroom.command import Call, run

    zipped, settings = _zip_of(archive)
    call = Call(sources, zipped, out, settings, roster, jobs, level, cluster)
    sys.exit(run(call, console))


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-a", "archive", required=True, help="The new release, or its zip.")
@click.option("--accept", is_flag=True, help="Publish the new scores.")
@click.option("-j", "jobs", type=click.IntRange(1), help="Submissions at once.")
@click.option("--level", help="Sandbox, as for grade.")
def regrade(
    out: Path,
    sources: tuple[str, ...],
    archive: str,
    accept: bool,
    jobs: int | None,
    level: str | None,
) -> None:
    """Grade again whom changed tests can touch, and show whose score changes, and why.

    OUT is the folder that `homework grade` wrote; it gets regrade.csv. Scores stay as
    they are until --accept. Without SOURCE, the class lies where it was graded.

    Example: homework regrade grades/ -a bn_drop
    """
    from homework.classroom.command import Call
    from homework.classroom.regrade import run

    zipped, settings = _zip_of(archive)
    call = Call(sources, zipped, out, settings, None, jobs, level)
    sys.exit(run(call, console, accept=accept))


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--canvas", type=click.Path(path_type=Path), help="Canvas' export.")
@click.option("--moodle", type=click.Path(path_type=Path), help="Moodle's worksheet.")
@click.option("--csv", "plain", is_flag=True, help="A table of our own.")
@click.option("--column", help="Header of the column to fill, if it is not clear.")
@click.option(
    "--written", type=click.Path(path_type=Path), help="CSV: points given by people."
)
@click.option(
    "-o", "target", type=click.Path(path_type=Path), help="The file to write."
)
def gradebook(
    out: Path,
    canvas: Path | None,
    moodle: Path | None,
    plain: bool,
    column: str | None,
    written: Path | None,
    target: Path | None,
) -> None:
    """Fill scores into the table that a platform exported, and nothing else.

    OUT is the folder that `homework grade` wrote. What lateness costs stands in
    [lateness] of homework.toml.

    Example: homework gradebook grades/ --canvas export.csv
    """
    from homework.classroom.fill_in import Call, run

    if (canvas is not None) + (moodle is not None) + plain != 1:
        raise HomeworkError(
            "homework gradebook",
            "needs one kind of table.",
            "Name one of --canvas, --moodle, --csv.",
        )
    settings = (_root() or Path()) / SETTINGS
    run(Call(out, settings, canvas, moodle, column, written, target), _say)


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("-a", "archive", help="The zip by which the class was graded.")
@click.option("-o", "target", type=click.Path(path_type=Path), help="The zip to write.")
def replay(out: Path, archive: str | None, target: Path | None) -> None:
    """Write a zip for Gradescope that returns the scores that were found here.

    OUT is the folder that `homework grade` wrote; it gets replay.zip. Upload it as the
    autograder and regrade all submissions: who is not in it is graded as usual.

    Example: homework replay grades/
    """
    from homework.classroom.ledger import Ledger
    from homework.classroom.replay import write_replay
    from homework.classroom.writing import counted

    path = target or out / "replay.zip"
    with Ledger(out) as ledger:
        zipped, _ = _zip_of(archive or ledger.assignment.partition(" (")[0])
        count = write_replay(ledger, zipped, path)
    _say(f"{path}: {counted(count, 'result')}")


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-a", "archive", help="The zip by which the class was graded.")
def similar(out: Path, sources: tuple[str, ...], archive: str | None) -> None:
    """Write a page of answers that are unusually alike, side by side: no verdict.

    OUT is the folder that `homework grade` wrote; it gets similar.html. Needs the extra
    `similar`. Without SOURCE, the class lies where it was graded.

    Example: homework similar grades/
    """
    from homework.classroom.ledger import Ledger
    from homework.classroom.similar import write_similar
    from homework.classroom.writing import counted

    with Ledger(out) as ledger:
        zipped, _ = _zip_of(archive or ledger.assignment.partition(" (")[0])
        count, found, compared = write_similar(ledger, zipped, sources)
    said = f"{counted(count, 'pair')} to look at"
    of = f"Submissions: {found} found, {compared} with code of their own compared"
    said = f"{out / 'similar.html'}: {said}. This is no verdict. {of}."
    console.print(said, markup=False, soft_wrap=True)


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--published", is_flag=True, help="Show hidden tests too.")
def feedback(out: Path, *, published: bool) -> None:
    """Write a page for each submission: what its tests said, and why.

    OUT is the folder that `homework grade` wrote. Until grades are published, a page
    holds what students see at home too: the public tests.

    Example: homework feedback grades/ --published
    """
    from homework.classroom.feedback import write_pages
    from homework.classroom.ledger import Ledger

    with Ledger(out) as ledger:
        pages = write_pages(ledger, out / "feedback", published=published)
    console.print(f"{out / 'feedback'}: {len(pages)} pages", soft_wrap=True)


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
def report(out: Path) -> None:
    """Write a page for staff: who needs a person, what was not understood.

    OUT is the folder that `homework grade` wrote; it gets report.html.

    Example: homework report grades/
    """
    from homework.classroom.ledger import Ledger
    from homework.classroom.report import write_report

    with Ledger(out) as ledger:
        write_report(ledger, out / "report.html")
    _say(out / "report.html")


def _zip_of(archive: str) -> tuple[Path, dict[str, Any]]:
    """Find the zip of an assignment, and what ``homework.toml`` says of grading."""
    from homework.grading.settings import read_settings

    root = _root()
    settings = read_settings((root or Path()) / SETTINGS)
    given = Path(archive)
    if given.is_file():
        return given, settings
    folders = [root / "autograder"] if root else [Path(), Path("autograder")]
    places = [folder / f"{archive}.zip" for folder in folders]
    released = next(filter(Path.is_file, places), places[0])
    if not released.is_file():
        raise HomeworkError(
            released,
            "is not there.",
            "Build it with `homework release`, or name a zip with -a.",
        )
    return released, settings


def _root() -> Path | None:
    """Find the repository, if this is one: a class can be graded elsewhere too."""
    try:
        return Repository.find().root
    except HomeworkError:
        return None
