"""Whether a proof is fresh, and good enough for a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from homework.base.errors import HomeworkError
from homework.proof.record import Record, Task, fingerprints, read_record, record_path
from homework.questions.layout import Assignment, Question, Repository

KILLED_IN_AN_ASSIGNMENT = 0.98
KILLED_IN_A_QUESTION = 0.95
MOST_EQUIVALENT = 0.10  # of the mutants of a question
HINTED = 0.90  # of an assignment's misconceptions

COUNTS = (
    "accepted", "rejected", "misconceptions", "hints", "spoken", "false",
    "paired", "spoken_to_pairs", "false_to_pairs",
    "made", "killed", "equivalent", "runs",
)  # fmt: skip


@dataclass(frozen=True)
class Summary:
    """The proof of one question, added up."""

    question: Question
    accepted: int
    rejected: int
    misconceptions: int
    hints: int
    spoken: int
    false: int
    paired: int
    spoken_to_pairs: int
    false_to_pairs: int
    made: int
    killed: int
    equivalent: int
    runs: int
    seconds: float

    @property
    def share_killed(self) -> float:
        """Killed mutants, of those that are not equivalent."""
        return _share(self.killed, self.made - self.equivalent)

    @property
    def share_equivalent(self) -> float:
        """Mutants that are declared equivalent, of all."""
        return self.equivalent / self.made if self.made else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def summary(record: Record, question: Question) -> Summary:
    """Add up the entries of one question."""
    entries = [
        entry for key, entry in record.items() if key.split(":")[0] == question.name
    ]
    counts: dict[str, int] = {}
    for entry in entries:
        for name, count in entry.findings.counts.items():
            counts[name] = counts.get(name, 0) + count
    return Summary(
        question,
        **{name: counts.get(name, 0) for name in COUNTS},
        seconds=sum(entry.seconds for entry in entries),
    )


def stale(digests: Mapping[Task, str], record: Record) -> list[Task]:
    """List the tasks whose findings are missing or rest on other files."""
    return [
        task
        for task, digest in digests.items()
        if task.key not in record or record[task.key].digest != digest
    ]


def shortcomings(assignment: Assignment, record: Record) -> Iterator[str]:
    """Yield what keeps a proof from being good enough, a sentence each.

    Where too many mutants live, each of them is named.
    """
    for key, entry in record.items():
        if ":mutation" not in key:  # a few mutants may live: see below
            yield from entry.findings.problems
    graded = [each for each in assignment.questions if each.tests.exists()]
    totals = [summary(record, question) for question in graded]
    for each in totals:
        yield from _shortcomings_of_mutants(each, record)
    killed = sum(each.killed for each in totals)
    made = sum(each.made - each.equivalent for each in totals)
    if _share(killed, made) < KILLED_IN_AN_ASSIGNMENT:
        yield (
            f"{assignment.folder}: {killed} of {made} mutants are killed, less than "
            f"{KILLED_IN_AN_ASSIGNMENT:.0%}. Sharpen the tests of the survivors:"
        )
        for each in totals:
            yield from _survivors(each, record)
    hints = sum(each.hints for each in totals)
    ideas = sum(each.misconceptions for each in totals)
    if _share(hints, ideas) < HINTED:
        yield (
            f"{assignment.folder}: {hints} of {ideas} misconceptions bring their hint, "
            f"less than {HINTED:.0%}. Give the others a HINT."
        )


def _shortcomings_of_mutants(each: Summary, record: Record) -> Iterator[str]:
    folder = each.question.folder
    entry = record.get(f"{each.question.name}:mutation")
    if each.share_killed < KILLED_IN_A_QUESTION and entry:
        yield (
            f"{folder}: {each.killed} of {each.made - each.equivalent} mutants are "
            f"killed, less than {KILLED_IN_A_QUESTION:.0%}. Sharpen the tests:"
        )
        yield from _survivors(each, record)
    if each.share_equivalent > MOST_EQUIVALENT:
        yield (
            f"{folder}: {each.equivalent} of {each.made} mutants are declared "
            f"equivalent, more than {MOST_EQUIVALENT:.0%}. Simplify the solution, or "
            "sharpen the tests."
        )


def _survivors(each: Summary, record: Record) -> list[str]:
    entry = record.get(f"{each.question.name}:mutation")
    return entry.findings.problems if entry else []


def proven_answers(
    repository: Repository, assignments: Iterable[Assignment]
) -> set[Question]:
    """Find the questions whose answers are proven to have their verdicts, as they are.

    The proof of the bank of answers does all that `homework check` does, and more.
    """
    found: set[Question] = set()
    for each in (assignment.finished for assignment in assignments):
        try:
            digests = fingerprints(each)
        except (HomeworkError, OSError, ValueError):  # nothing is proven of these
            continue
        record = read_record(record_path(repository, each))
        fresh = digests.keys() - set(stale(digests, record))
        found |= {
            task.question
            for task in fresh
            if task.part == "bank" and not record[task.key].findings.problems
        }
    return found


def refuse_unproven(repository: Repository, assignment: Assignment) -> None:
    """Make sure that the graders of an assignment are proven as they are now.

    Raises:
        HomeworkError: when the proof is older than its questions, or falls short.

    """
    assignment = assignment.finished
    path = record_path(repository, assignment)
    record = read_record(path)
    old = stale(fingerprints(assignment), record)
    if old:
        first = old[0]
        raise HomeworkError(
            path.relative_to(repository.root),
            f"is older than {first.question.name} ({first.part}; "
            f"{len(old)} parts in all).",
            f"Run `homework prove {assignment.name}`.",
        )
    for problem in shortcomings(assignment, record):
        raise HomeworkError(
            path.relative_to(repository.root),
            f"says that the proof falls short: {problem}",
            f"Mend it and run `homework prove {assignment.name}`.",
        )
