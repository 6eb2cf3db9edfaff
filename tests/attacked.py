"""Hands in attacks and watches what they get, see and leave behind.

`python -m tests.attacked SEALED NAME…` tries some and prints what happened.

The release is bn_drop's zip with two of its questions, and three naive questions
beside them: their tests trust the student's objects as a careful test never would.
Every hidden test and reference carries a planted text that nobody may ever read.
"""

from __future__ import annotations

import ast
import contextlib
import hashlib
import importlib.util
import json
import re
import secrets
import select
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from homework.grading.engine import Engine, Graded, Running
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Level, Limits

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "attacks"
RELEASE = FOLDER / "release"
ASSIGNMENT = "bn_drop"
REAL = ("q04_dropout_forward", "q05_dropout_backward")
PACKAGES = ["numpy", "matplotlib", "tqdm", "torch"]
NAIVE = ("naive_function", "naive_module", "naive_number")
CELL = "# %%"
LIMITS = Limits(memory_mb=700, processes=24, file_mb=64, cpu_seconds=30)
# Who runs out of time on purpose need not be waited for; all others, honest controls
# among them, may share the machine with whatever runs there.
PATIENT = Times(cell=120, test=60, submission=600)
SHORT = Times(cell=3, test=1.5, submission=60, patience=40)
AT_ONCE = 6
HEADER = ("QUESTION", "NEEDS", "SEEN", "STATUS", "HONEST", "ENDLESS")
NEEDS_KERNEL, NEEDS_NOTHING = "kernel", "nothing"
PATIENCE_S = 120.0  # until ended processes are gone
PLANT = "CANARY{where}-{token}"
PLANTED = re.compile(r"CANARY(?:test|reference)-[0-9a-f]+")


# --- attacks ------------------------------------------------------------------


@dataclass(frozen=True)
class Attack:
    """One idea, as a file in `attacks`.

    A file of notebook cells says, in capitals, what it answers instead of the honest
    solution (`QUESTION`), whether the defence needs the kernel's help (`NEEDS`), and a
    text that shows afterwards that the attack was carried out (`SEEN`). What is right
    in it is worth `HONEST` points. One that runs out of time, and shows something else,
    is `ENDLESS`. A file with a function `hand_in(folder, notebook)`
    makes what is handed in from an honest notebook; `STATUS` is how its status begins.
    """

    name: str
    idea: str
    needs: str
    seen: str
    question: str = ""
    honest: float = 0
    cells: tuple[str, ...] = ()
    status: str = "graded"
    hand_in: Callable[[Path, bytes], Path] | None = None
    endless: bool = False

    @property
    def times(self) -> Times:
        """How long it may take: little, where it may end by running out of time."""
        return SHORT if self.endless or "longer" in self.seen else PATIENT


def attacks() -> list[Attack]:
    """Read all attacks, by name."""
    return [read_attack(path) for path in sorted(FOLDER.glob("*.py"))]


def read_attack(path: Path) -> Attack:
    """Read one attack."""
    text = path.read_text(encoding="utf-8")
    header, *cells = text.split(f"\n{CELL}\n")
    tree = ast.parse(header)
    said = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        if node.targets[0].id in HEADER
    }
    idea = (ast.get_docstring(tree) or "").strip()
    common = (path.stem, idea, said.get("NEEDS", ""), said.get("SEEN", ""))
    if cells:
        honest, endless = said.get("HONEST", 0), said.get("ENDLESS", False)
        question = said["QUESTION"]
        return Attack(*common, question, honest, tuple(cells), endless=endless)
    spec = importlib.util.spec_from_file_location(f"attack_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Attack(*common, status=said["STATUS"], hand_in=module.hand_in)


# --- the release and the notebooks --------------------------------------------


def plant(name: str, source: str, token: str) -> str:
    """Put the text that nobody may read into tests, references, and a public file."""
    if name.startswith("tests/"):
        text = PLANT.format(where="test", token=token)
        made = re.sub(
            r"(hidden=True.*?\ndef [^\n]*:\n)",
            rf'\1    planted = "{text}"\n',
            source,
            flags=re.DOTALL,
        )
        return made.replace("PLANTED", text)
    if name.startswith("files/references/"):
        text = PLANT.format(where="reference", token=token)
        head = re.match(
            r'(""".*?"""\n+(?:from __future__[^\n]*\n)?)?', source, re.DOTALL
        )
        at = head.end() if head else 0
        planted = f'PLANTED_TEXT = "{text}"\n'
        return (source[:at] + planted + source[at:]).replace('"PLANTED"', f'"{text}"')
    if name == "files/checks/__init__.py":
        return (
            source + f'\nPLANTED_TEXT = "{PLANT.format(where="public", token=token)}"\n'
        )
    return source


def write_release(folder: Path, token: str) -> Path:
    """Make the zip that the attacks are graded by."""
    made = folder / f"{ASSIGNMENT}.zip"
    with (
        zipfile.ZipFile(ROOT / "autograder" / f"{ASSIGNMENT}.zip") as real,
        zipfile.ZipFile(made, "w") as written,
    ):
        for name in real.namelist():
            if not name.startswith("tests/") or Path(name).stem in REAL:
                data = real.read(name)
                if name == "grading.json":  # one of the answers is a module
                    own = {"preload": ["torch"], "packages": PACKAGES}
                    data = json.dumps({**json.loads(data), **own}).encode()
                if name.endswith(".py"):
                    data = plant(name, data.decode(), token).encode()
                written.writestr(name, data)
        for path in sorted(RELEASE.rglob("*.py")):
            name = path.relative_to(RELEASE).as_posix()
            if not name.startswith("honest/"):
                source = path.read_text(encoding="utf-8")
                written.writestr(name, plant(name, source, token))
    return made


def honest_answers() -> dict[str, str]:
    """Return a right answer to each question."""
    solved = nbformat.read(ROOT / "solutions" / f"{ASSIGNMENT}.ipynb", as_version=4)
    found: dict[str, str] = {}
    last = ""
    for cell in solved.cells:
        for name in REAL:
            if cell.source.strip() == f'grader.check("{name}")':
                found[name] = last
        last = cell.source
    for name in NAIVE:
        found[name] = (RELEASE / "honest" / f"{name}.py").read_text(encoding="utf-8")
    return found


def notebook(answers: dict[str, Sequence[str]]) -> bytes:
    """Make a notebook: set-up, then each question's cells and its check."""
    sources = [f'import otter\ngrader = otter.Notebook("{ASSIGNMENT}.ipynb")']
    sources += ["import numpy as np"]
    for name, cells in answers.items():
        sources += [*cells, f'grader.check("{name}")']
    made = new_notebook(cells=[new_code_cell(source) for source in sources])
    made.metadata["otter"] = {"assignment_name": ASSIGNMENT}
    for cell in made.cells:
        del cell["id"]
    made.nbformat_minor = 4
    return str(nbformat.writes(made)).encode()


def write_submission(attack: Attack, folder: Path) -> Path:
    """Write what the attacker hands in."""
    answers: dict[str, Sequence[str]] = {
        name: [source] for name, source in honest_answers().items()
    }
    if attack.hand_in:
        return attack.hand_in(folder, notebook(answers))
    answers[attack.question] = attack.cells
    made = folder / f"{ASSIGNMENT}.ipynb"
    made.write_bytes(notebook(answers))
    return made


# --- grading many -------------------------------------------------------------


def grade_all(
    engine: Engine, submissions: dict[str, Path], times: dict[str, Times]
) -> dict[str, Graded]:
    """Grade a few at once, each within its own times."""
    done: dict[str, Graded] = {}
    waiting = list(submissions.items())
    running: dict[str, Running] = {}
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            name, path = waiting.pop(0)
            engine.times = times[name]
            begun = engine.begin(path)
            if isinstance(begun, Graded):
                done[name] = begun
            else:
                running[name] = begun
        ready, _, _ = select.select(list(running.values()), [], [], 1.0)
        for name, each in list(running.items()):
            if each in ready and each.advance():
                each.close()
                done[name] = running.pop(name).graded
            elif time.monotonic() > each.ends:
                each.stop()
    return done


def visible(graded: Graded) -> str:
    """Return all that a student may come to see, after the grades are published."""
    said = [test["message"] for q in graded.questions.values() for test in q["tests"]]
    return json.dumps([graded.status, said, graded.errors, graded.layers])


def processes_of(folder: Path) -> list[str]:
    """List the processes whose command line names a folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if str(folder).encode() in path.read_bytes():
                found.append(path.parent.name)
    return found


def strays() -> list[str]:
    """List the processes that attacks started as programs of their own."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if b"\x0098765" in path.read_bytes():  # they sleep that many seconds
                found.append(path.parent.name)
    return found


def footprint(folder: Path, without: tuple[str, ...] = ()) -> str:
    """Return a digest of all files below a folder, but for some of its folders."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if f"{path.relative_to(folder)}/".startswith(without):
            continue
        digest.update(str(path).encode())
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass
class Outcome:
    """What all attacks on one level came to."""

    level: Level
    layers: list[str] = field(default_factory=list)
    graded: dict[str, Graded] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)


def scores(graded: Graded) -> dict[str, float]:
    """Return the points by question."""
    return {name: each["score"] for name, each in graded.questions.items()}


def try_all(chosen: Sequence[Attack], level: Level) -> Outcome:
    """Hand in attacks, and say what went as no attack may go."""
    outcome = Outcome(level)
    with tempfile.TemporaryDirectory() as name:
        folder, token = Path(name), secrets.token_hex(8)
        release = write_release(folder, token)
        honest = folder / "honest.ipynb"
        honest.write_bytes(notebook({k: [v] for k, v in honest_answers().items()}))
        untouched = folder / "untouched.ipynb"
        untouched.write_bytes(notebook({k: ["pass"] for k in honest_answers()}))
        with Engine(release, level=level, limits=LIMITS, times=PATIENT) as engine:
            full, least = engine.grade(honest), engine.grade(untouched)
            before = footprint(engine.folder), sorted(processes_of(engine.folder))
            submissions = {}
            for attack in chosen:
                own = folder / attack.name
                own.mkdir()
                submissions[attack.name] = write_submission(attack, own)
            times = {attack.name: attack.times for attack in chosen}
            outcome.graded = grade_all(engine, submissions, times)
            engine.times = PATIENT
            outcome.layers = full.layers
            if full.status != "graded" or full.score != full.possible:
                raise RuntimeError(f"The honest submission: {full}")
            for attack in chosen:
                graded = outcome.graded[attack.name]
                for complaint in complaints(
                    attack, graded, scores(full), scores(least)
                ):
                    outcome.complaints.append(f"{attack.name}: {complaint}")
            outcome.complaints += left_behind(engine, before)
            again = engine.grade(honest)
            if again.score != full.score:
                outcome.complaints.append(f"afterwards, an honest one gets {again}")
    return outcome


def complaints(
    attack: Attack, graded: Graded, full: dict[str, float], least: dict[str, float]
) -> Iterator[str]:
    """Say what an attack got that it may not get."""
    seen = visible(graded)
    if not graded.status.startswith(attack.status):
        yield f"has the status {graded.status!r}"
    if found := PLANTED.findall(seen):
        yield f"saw {found[0]}"
    if not re.search(attack.seen, seen):
        yield f"did not come to {attack.seen!r}: {seen[:3000]}"
    for name, score in scores(graded).items():
        if name == attack.question and score > least[name] + attack.honest:
            yield f"got {score:g} for {name}, and has earned {attack.honest:g}"
        if name != attack.question and score != full[name]:
            yield f"got {score:g} for {name}, which is worth {full[name]:g}"
    if attack.status == "graded" and set(graded.questions) != set(full):
        yield f"was graded on {sorted(graded.questions)} only"
    if attack.status != "graded" and graded.questions:
        yield "has scores, though it was not graded"


def left_behind(engine: Engine, before: tuple[str, list[str]]) -> Iterator[str]:
    """Say what the attacks left on the machine."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        processes = sorted(processes_of(engine.folder))
        if set(processes) <= set(before[1]) and not strays():
            break
        time.sleep(0.1)
    else:
        yield f"left processes: {processes}, {strays()}; before: {before[1]}"
    if footprint(engine.folder) != before[0]:
        yield "left other files in the engine's folder"
    yield from left_in_places()


def left_in_places() -> Iterator[str]:
    """Say what attacks left where everybody may write, and remove it."""
    for place in (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path.home()):  # noqa: S108
        for path in place.glob("*left-by-an-attack*"):
            yield f"left {path}"
            path.unlink()


def main(level: str, *names: str) -> int:
    """Try attacks, print what became of each; return 1 if one succeeded."""
    chosen = [each for each in attacks() if not names or each.name in names]
    if Level[level] is Level.LIMITS:  # the others would really write where they like
        chosen = [each for each in chosen if each.needs == NEEDS_NOTHING]
    outcome = try_all(chosen, Level[level])
    for name, graded in outcome.graded.items():
        print(name, graded.status, scores(graded), f"{graded.seconds} s")  # noqa: T201
        if names:
            print(visible(graded)[:6000])  # noqa: T201
    print(*outcome.complaints, sep="\n")  # noqa: T201
    return bool(outcome.complaints)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
