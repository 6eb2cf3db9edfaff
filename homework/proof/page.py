"""The page that shows instructors what the graders were tried with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from homework.base.files import write_text
from homework.proof.elsewhere import NOTES, Note, read_notes
from homework.proof.judgement import Summary, summary
from homework.proof.record import Record, read_record, record_path
from homework.proof.seeds import SEEDS
from homework.questions.layout import Assignment, Repository

PAGE = "quality.md"
HEADER = (
    "question", "accepted", "rejected", "hints", "spoken", "false", "pairs",
    "spoken to pairs", "false to pairs", "mutants", "killed", "equivalent",
    "runs of right answers", "CPU seconds",
)  # fmt: skip

INTRO = f"""\
# How the graders were proven

`homework prove` writes this page.
Do not edit it: change a question and run the command again.

- **accepted**: right answers, written in different ways; each keeps all points.
- **rejected**: wrong answers; each loses points in the test that it names.
- **hints**: of the wrong answers that stand for a misconception, those whose message \
names it.
- **spoken**: the hints that wrong answers were given, test by test, also with other \
numbers drawn; **false**: those that are not true of the answer, as it says itself.
- **pairs**: two wrong answers made into one; the hints that they were given, and the \
false ones.
- **mutants**: copies of the solution with one small mistake, made by machine.
- **killed**: mutants that lose points; **equivalent**: mutants that are no mistakes, \
with the reasons below the table.
- **runs of right answers**: the solution and the accepted answers, test by test, \
under {SEEDS[1]} seeds with one thread and {SEEDS[2]} with two; none lost a point.
  A test that draws no random number is run once.
- Each question was also made wrong on purpose, in every way that `rejected/` holds: \
no other question lost a point, but for those that are listed with their reasons.
  Nor did an accepted answer of a later question.
"""

VERSIONS = """\
`make versions` tries other versions than the pinned ones.

- **runs of right answers**: by `homework prove --elsewhere`, under the same seeds.
- **submissions graded**: by `homework samples --elsewhere`, with our engine: the \
solutions, all accepted answers, the samples, and what each solution notebook packs \
when it has run in a kernel.
- **points lost**: sentences about a submission that has not the points that it should.
"""


def write_page(repository: Repository) -> bool:
    """Write the page from the records of all assignments; return whether it changed."""
    records = [
        (each, read_record(record_path(repository, each)))
        for each in repository.assignments()
    ]
    text = page(records, read_notes(repository.root / NOTES))
    return write_text(repository.root / "docs" / PAGE, text)


def page(
    records: Sequence[tuple[Assignment, Record]], notes: Mapping[str, Note]
) -> str:
    """Write the page from the records, and from notes about other versions."""
    parts = [INTRO, "## In short\n", _overview(records)]
    parts += [_section(assignment, record) for assignment, record in records]
    if notes:
        parts += ["## Other versions\n", VERSIONS, _versions(notes)]
    return "\n".join(parts)


def _versions(notes: Mapping[str, Note]) -> str:
    rows = []
    for versions, note in sorted(notes.items()):
        lost = len(note.get("lost", ())) + len(note.get("wrong", ()))
        blank = [f"{name}: {why}" for name, why in note.get("blank", {}).items()]
        counts = (f"{note[key]:,}" if key in note else "" for key in ("runs", "graded"))
        rows.append((versions, *counts, str(lost), "; ".join(blank)))
    header = (
        "versions",
        "runs of right answers",
        "submissions graded",
        "points lost",
        "left out",
    )
    return _table(header, rows)


def _overview(records: Sequence[tuple[Assignment, Record]]) -> str:
    rows = []
    for assignment, record in records:
        found = _summaries(assignment, record)
        rows.append((f"[{assignment.name}](#{assignment.name})", *_columns(found)))
    every = [
        s for assignment, record in records for s in _summaries(assignment, record)
    ]
    rows.append(("all", *_columns(every)))
    return _table(("assignment", *HEADER[1:]), rows)


def _section(assignment: Assignment, record: Record) -> str:
    rows = [
        (each.question.name, *_columns([each]))
        for each in _summaries(assignment, record)
    ]
    lines = [f"## {assignment.name}\n", _table(HEADER, rows)]
    for title, key, field in (
        ("Mutants that are no mistakes", "mutation", "notes"),
        ("Mutants that live", "mutation", "problems"),
        ("Misconceptions without a hint", "bank", "notes"),
        ("Questions that stand on it, and why", "independence", "notes"),
    ):
        listed = [
            f"- {each.question.name}: {text}"
            for each in _summaries(assignment, record)
            for text in _texts(record, f"{each.question.name}:{key}", field)
        ]
        if listed:
            lines += [f"{title}:\n", "\n".join(listed) + "\n"]
    return "\n".join(lines)


def _texts(record: Record, key: str, field: str) -> list[str]:
    found: list[str] = getattr(record[key].findings, field) if key in record else []
    return found


def _summaries(assignment: Assignment, record: Record) -> list[Summary]:
    return [
        summary(record, question)
        for question in assignment.finished.questions
        if question.tests.exists()
    ]


def _columns(found: Sequence[Summary]) -> tuple[str, ...]:
    def total(name: str) -> int:
        return sum(getattr(each, name) for each in found)

    made = total("made") - total("equivalent")
    share = f" ({total('killed') / made:.1%})" if made else ""
    return (
        str(total("accepted")),
        str(total("rejected")),
        f"{total('hints')} of {total('misconceptions')}",
        *(
            str(total(name))
            for name in (
                "spoken",
                "false",
                "paired",
                "spoken_to_pairs",
                "false_to_pairs",
            )
        ),
        str(total("made")),
        f"{total('killed')}{share}",
        str(total("equivalent")),
        f"{total('runs'):,}",
        f"{sum(each.seconds for each in found):.0f}",
    )


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---", *["--:"] * (len(header) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
