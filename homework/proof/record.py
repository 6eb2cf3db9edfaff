"""What was proven, kept beside a digest of everything that the proof rests on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from homework.base.files import write_text
from homework.proof.findings import Findings
from homework.questions.answers import answers, code_cells
from homework.questions.digests import digest, files, inputs, tools
from homework.questions.layout import Assignment, Question, Repository

FOLDER = Path("docs", "quality")

# By part of a proof, the modules that make it: with another one it is made anew.
MADE_BY = {
    "bank": ("proof/bank.py", "proof/hints.py", "law/evidence.py"),
    "pairs": ("proof/pairs.py", "proof/hints.py"),
    "mutation": ("proof/mutation.py", "proof/mutants.py", "proof/trial.py"),
    "seeds": ("proof/seeds.py",),
    "independence": ("proof/independence.py",),
}


@dataclass(frozen=True)
class Task:
    """One part of the proof of one question.

    Attributes:
        part: a key of `MADE_BY`.
        answer: the accepted answer that ``seeds`` runs; ``solution`` for the solution.

    """

    assignment: Assignment
    question: Question
    part: str
    answer: str = ""

    @property
    def key(self) -> str:
        """Its name in the record of the assignment."""
        return ":".join(filter(None, (self.question.name, self.part, self.answer)))


def fingerprints(assignment: Assignment) -> dict[Task, str]:
    """List everything that a proof consists of, with a digest of what it rests on."""
    found: dict[Task, str] = {}
    everything = digest((("cells", "\0".join(code_cells(assignment)).encode()),))
    for question in assignment.questions:
        declared = question.tests, question.folder / "stands_on.toml"
        for path in (*declared, *question.answers("accepted")):
            if path.exists():
                everything += digest(((question.name, path.read_bytes()),))
    for question in assignment.questions:
        if question.tests.exists():
            shared = digest(inputs(assignment, question))
            for task in tasks_of(assignment, question):
                own = digest(_inputs_of(task))
                rest = everything if task.part == "independence" else b""
                content = tools(MADE_BY[task.part]) + shared + own + rest
                found[task] = hashlib.sha256(content).hexdigest()
    return found


def tasks_of(assignment: Assignment, question: Question) -> list[Task]:
    """List the parts of the proof of one question."""
    right = ["solution", *(each.name for each in answers(question, "accepted"))]
    return [
        *(Task(assignment, question, part) for part in MADE_BY if part != "seeds"),
        *(Task(assignment, question, "seeds", name) for name in right),
    ]


def _inputs_of(task: Task) -> Iterator[tuple[str, bytes]]:
    """List what one part depends on beside that."""
    kinds = {
        "bank": ("accepted/*.py", "rejected/*.py", "messages.txt"),
        "mutation": ("equivalent.toml",),
        "pairs": ("accepted/*.py", "rejected/*.py"),
        "independence": ("accepted/*.py", "rejected/*.py"),
        "seeds": (f"{task.answer}.py",),
    }
    return files(task.question, kinds[task.part])


# --- the record -----------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """The findings of one task, with what they rest on and its CPU seconds."""

    digest: str
    seconds: float
    findings: Findings


Record = dict[str, Entry]


def record_path(repository: Repository, assignment: Assignment) -> Path:
    """Return where the record of an assignment lies."""
    return repository.root / FOLDER / f"{assignment.name}.json"


def read_record(path: Path) -> Record:
    """Read a record; what cannot be read was not proven."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {
            key: Entry(
                digest=str(value["digest"]),
                seconds=float(value["seconds"]),
                findings=Findings(**value["findings"]),
            )
            for key, value in content.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_record(path: Path, record: Record) -> bool:
    """Write a record, its keys in order; return whether it changed."""
    content: dict[str, Any] = {key: asdict(record[key]) for key in sorted(record)}
    return write_text(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")
