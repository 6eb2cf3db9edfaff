"""`homework regrade`: exactly those change whom the truth names, and not unasked."""

from __future__ import annotations

import csv
import json
import random
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

if sys.platform != "linux":
    pytest.skip("the engine forks", allow_module_level=True)

from homework.classroom.changed import Reach, changed_questions, made_of
from homework.classroom.ledger import Ledger
from homework.classroom.regrade import differences
from homework.cli import main as command
from homework.grading.handed_in import own_code
from homework.grading.notebook import Untouched
from tests.grading_toys import archive, case, cells

pytestmark = pytest.mark.slow  # each starts graders

# Each test by its name: what it says before and after the change, and its points.
TESTS: dict[str, dict[str, tuple[str, str, int]]] = {
    "q1_double": {
        "test_two": ("double(2) == 4", "double(3) == 6", 2),  # sharper
        "test_sign": ("double(-1) == -2", "abs(double(-1)) == 2", 1),  # looser
    },
    "q2_half": {"test_half": ("half(4) == 2", "half(4) == 2", 3)},
}
ANSWERS = {
    "q1_double": {
        "right": "def double(x): return 2 * x",
        "square": "def double(x): return x * x",
        "size": "def double(x): return abs(2 * x)",
        "crash": "def double(x): raise ValueError(x)",
        "untouched": "def double(x): ...",
    },
    "q2_half": {
        "right": "def half(x): return x / 2",
        "wrong": "def half(x): return x - 1",
        "untouched": "def half(x): ...",
    },
}
OLD, NEW = 0, 1


def release(
    folder: Path,
    which: int,
    change: str = "",
    instead: Mapping[str, Iterable[str]] | None = None,
) -> Path:
    """Write the zip of before or after, with its canaries and what was handed out."""
    folder.mkdir(exist_ok=True)
    questions: dict[str, Iterable[str]] = {
        question: [
            case(name, question[3:], f"assert {each[which]}{change}", points=each[2])
            for name, each in tests.items()
        ]
        for question, tests in TESTS.items()
    }
    questions |= instead or {}
    path = archive(folder, questions, {"references/oracle.py": "x = 1"})
    handed_out = notebook(dict.fromkeys(TESTS, "untouched"))
    right = notebook(dict.fromkeys(TESTS, "right"))
    with zipfile.ZipFile(path) as opened:
        kept = {name: opened.read(name) for name in opened.namelist()}
    settings = {"untouched": asdict(Untouched.of(handed_out))}
    kept["grading.json"] = json.dumps(settings).encode()
    kept["trial/toy/right/toy.ipynb"] = right
    kept["trial/toy/untouched/toy.ipynb"] = handed_out
    with zipfile.ZipFile(path, "w") as made:
        for name, data in kept.items():
            made.writestr(name, data)
    return path


def notebook(chosen: dict[str, str], note: str = "") -> bytes:
    """Write a notebook with these answers, each before its check cell."""
    made = ["import math"]
    for question, name in chosen.items():
        made += [ANSWERS[question][name], f'grader.check("{question}")']
    return cells(*made, *([note] if note else []))


def truth(chosen: dict[str, str], which: int) -> dict[str, float]:
    """Say what each test of these answers earns, by running it in here."""
    earned = {}
    for question, name in chosen.items():
        names: dict[str, Any] = {}
        exec(ANSWERS[question][name], names)  # noqa: S102
        for test, each in TESTS[question].items():
            try:
                passed = bool(eval(each[:2][which], names))  # noqa: S307
            except Exception:
                passed = False
            earned[f"{question}/{test}"] = float(each[2] * passed)
    return earned


def simulated(folder: Path, count: int) -> dict[str, dict[str, str]]:
    """Write a class; return what each student answered."""
    rng, made = random.Random(1), {}
    folder.mkdir()
    for number in range(count):
        name = f"s{number:03}"
        made[name] = {q: rng.choice(list(known)) for q, known in ANSWERS.items()}
        data = notebook(made[name], f"# {name}")
        (folder / f"{name}.ipynb").write_bytes(data)
    return made


def call(*words: object) -> Result:
    return CliRunner().invoke(command, [*map(str, words), "--level", "limits"])


def scores(out: Path) -> dict[str, float]:
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        return {row["submission"]: float(row["score"]) for row in csv.DictReader(file)}


def told(out: Path) -> list[tuple[str, str, float, float]]:
    with (out / "regrade.csv").open(encoding="utf-8", newline="") as file:
        return [
            (
                *(row["submission"], row["test"]),
                *(float(row["points before"] or 0), float(row["points after"] or 0)),
            )
            for row in csv.DictReader(file)
        ]


def files_of(out: Path) -> dict[str, bytes]:
    kept = ("regrade.csv", "ledger.sqlite")
    return {
        path.name: path.read_bytes() for path in out.iterdir() if path.name not in kept
    }


def test_a_changed_test_changes_exactly_whom_the_truth_names(tmp_path: Path) -> None:
    students = simulated(tmp_path / "class", 24)
    out = tmp_path / "grades"
    old, new = (release(tmp_path / str(which), which) for which in (OLD, NEW))
    assert call("grade", tmp_path / "class", "-a", old, "-o", out).exit_code == 0
    before = files_of(out)

    done = call("regrade", out, "-a", new)

    assert done.exit_code == 1, done.output
    assert "toy: changed since: q1_double" in done.output
    assert "Nothing is published yet" in done.output
    expected = [
        (name, test, was, is_now)
        for name, chosen in students.items()
        for (test, was), is_now in zip(
            truth(chosen, OLD).items(), truth(chosen, NEW).values(), strict=True
        )
        if was != is_now
    ]
    assert expected, "a class in which nobody changes proves nothing"
    assert told(out) == expected
    assert files_of(out) == before  # nothing is published
    # Whoever left the question as it was handed out is not graded again, and of those
    # with the same answer one is.
    wrote = {
        name: each["q1_double"]
        for name, each in students.items()
        if each["q1_double"] != "untouched"
    }
    assert len(wrote) < len(students)
    graded = len(set(wrote.values()))
    shared = len(wrote) - graded
    assert f"{graded} graded again, {shared} with the same code" in done.output

    again = call("regrade", out, "-a", new)
    assert "24 submissions, 0 graded again" in again.output
    assert told(out) == expected

    accepted = call("regrade", out, "-a", new, "--accept")
    assert accepted.exit_code == 0, accepted.output
    assert "24 submissions, 0 graded again" in accepted.output
    assert scores(out) == {
        name: sum(truth(chosen, NEW).values()) for name, chosen in students.items()
    }
    record = json.loads((out / f"{next(iter(wrote))}.json").read_text(encoding="utf-8"))
    assert record["regraded"]["questions"] == ["q1_double"]
    # All of it anew gives the same.
    anew = tmp_path / "anew"
    assert call("grade", tmp_path / "class", "-a", new, "-o", anew).exit_code == 0
    assert scores(anew) == scores(out)
    assert call("regrade", out, "-a", new).exit_code == 0
    assert told(out) == []
    kept = call("grade", tmp_path / "class", "-a", new, "-o", out)
    assert "24 kept, 0 graded anew" in kept.output


# What a release of the same questions can have in another way.
SHAPES_OF_CHANGE: dict[str, dict[str, list[str]]] = {
    "message": {
        "q2_half": [
            case("test_half", "half", "assert half(4) == 2, 'is off'", sentence="So.")
        ]
    },
    "points": {
        "q1_double": [
            case("test_two", "double", "assert double(2) == 4", points=5),
            case("test_sign", "double", "assert double(-1) == -2", points=0.5),
        ]
    },
    "a hidden case": {
        "q1_double": [
            case("test_two", "double", "assert double(2) == 4", points=2),
            case("test_sign", "double", "assert double(-3) == -6"),
        ]
    },
    "a public case": {
        "q2_half": [case("test_half", "half", "assert half(6) == 3", hidden=False)]
    },
    "a test more": {
        "q2_half": [
            case("test_half", "half", "assert half(4) == 2", points=3),
            case("test_zero", "half", "assert half(0) == 0"),
        ]
    },
    "a test less": {"q1_double": [case("test_two", "double", "assert double(2) == 4")]},
    "both, and the whole notebook": {
        "q1_double": [case("test_sign", "double", "assert double(-1) == -2")],
        "q2_half": [case("test_half", "env", "assert env['half'](8) == 4")],
    },
}
ODD = {
    "more": ["def twice(x): return 2 * x", "def double(x): return twice(x)"],
    "odd": ["globals()['double'] = lambda x: abs(2 * x)"],
    "late": ["def double(x): return 2 * x"],
    "twice": ["def double(x): return 2 * x"],
    "broken": ["def double(x): return 2 * x", "import os\nos._exit(1)"],
}


def odd_notebooks(folder: Path) -> None:
    """Add students whose notebooks are not as they were handed out."""
    checks = [f'grader.check("{question}")' for question in TESTS]
    for name, sources in ODD.items():
        half = ANSWERS["q2_half"]["right"]
        made = ["import math", *sources, checks[0], half, checks[1]]
        if name == "late":  # checked at the end, on what stands there
            made = ["import math", *sources, half, "def double(x): return -x"]
        if name == "twice":
            made += ["def double(x): return 3 * x", checks[0]]
        (folder / f"{name}.ipynb").write_bytes(cells(*made))


def said_of(out: Path) -> dict[str, Any]:
    """Return all that the results say of each submission's tests."""
    found = {}
    for path in out.glob("*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        for question in record["questions"].values():
            for row in question["tests"]:
                del row["seconds"]
        kept = ("status", "score", "possible", "questions", "errors", "remarks")
        found[path.stem] = {name: record[name] for name in kept}
    return found


def test_it_says_what_grading_everything_anew_says(tmp_path: Path) -> None:
    folder, old = tmp_path / "class", tmp_path / "grades"
    simulated(folder, 25)
    odd_notebooks(folder)
    first = release(tmp_path / "0", OLD)
    call("grade", folder, "-a", first, "-o", old)
    for number, (shape, changes) in enumerate(SHAPES_OF_CHANGE.items(), 1):
        new = release(tmp_path / str(number), OLD, instead=changes)
        again, anew = tmp_path / f"again{number}", tmp_path / f"anew{number}"
        shutil.copytree(old, again)
        done = call("regrade", again, folder, "-a", new, "--accept")
        assert done.exit_code == 0, done.output
        call("grade", folder, "-a", new, "-o", anew)
        assert said_of(again) == said_of(anew), shape
        table = [(out / "scores.csv").read_text("utf-8") for out in (again, anew)]
        assert table[0] == table[1], shape
        changed = {row[0] for row in told(again)}
        before, after = scores(old), scores(again)
        assert {name for name in before if before[name] != after[name]} <= changed


def test_a_homework_of_several_notebooks_is_regraded(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    for student, name in (("ana", "square"), ("bo", "right"), ("cy", "square")):
        (folder / student).mkdir(parents=True)
        for part in ("toy", "other"):
            chosen = {"q1_double": name, "q2_half": "right"}
            data = notebook(chosen, f"# {student}").replace(
                b'"toy"', b'"%b"' % part.encode()
            )
            (folder / student / f"{part}.ipynb").write_bytes(data)
    zips = []
    for number, which in enumerate((OLD, NEW)):
        parts = {
            "toy": release(tmp_path / f"toy{number}", which),
            "other": renamed(release(tmp_path / f"other{number}", OLD), "other"),
        }
        (tmp_path / str(number)).mkdir()
        zips.append(tmp_path / str(number) / "both.zip")
        with zipfile.ZipFile(zips[-1], "w") as made:
            for name, path in parts.items():
                made.write(path, f"notebooks/{name}.zip")
    assert call("grade", folder, "-a", zips[0], "-o", out).exit_code == 0
    done = call("regrade", out, "-a", zips[1])
    assert done.exit_code == 1, done.output
    assert "other: changed since: no test" in done.output
    assert "toy: changed since: q1_double" in done.output
    assert told(out) == [
        (student, "toy/q1_double/test_two", 2.0, 0.0) for student in ("ana", "cy")
    ]
    assert call("regrade", out, "-a", zips[1], "--accept").exit_code == 0
    anew = tmp_path / "anew"
    call("grade", folder, "-a", zips[1], "-o", anew)
    assert scores(out) == scores(anew)


def renamed(path: Path, name: str) -> Path:
    """Let a zip be another assignment's."""
    with zipfile.ZipFile(path) as opened:
        files = {each: opened.read(each) for each in opened.namelist()}
    with zipfile.ZipFile(path, "w") as made:
        for each, data in files.items():
            if each == "otter_config.json" or each.endswith(".ipynb"):
                data = data.replace(b'"toy"', b'"%b"' % name.encode())
            made.writestr(each, data)
    return path


def test_a_reason_says_what_the_test_says(tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    for name in ("square", "size"):
        data = notebook({"q1_double": name, "q2_half": "right"})
        (tmp_path / "class" / f"{name}.ipynb").write_bytes(data)
    out = tmp_path / "grades"
    call("grade", tmp_path / "class", "-a", release(tmp_path / "0", OLD), "-o", out)
    done = call("regrade", out, "-a", release(tmp_path / "1", NEW))
    said = " ".join(done.output.split())
    assert "square: 5 → 3, q1_double/test_two: fails now: AssertionError" in said
    assert "size: 5 → 6, q1_double/test_sign: passes now: It should be right." in said


def test_who_handed_in_and_what_had_no_score_stay(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    simulated(folder, 1)
    (folder / "broken.ipynb").write_bytes(b"{")
    roster = tmp_path / "roster.csv"
    roster.write_text("name,sid\nAda Example,s000\nEd Gone,s009\n", encoding="utf-8")
    old, new = (release(tmp_path / str(which), which) for which in (OLD, NEW))
    call("grade", folder, "-a", old, "-o", out, "--roster", roster)
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        before = list(csv.DictReader(file))
    assert [row["name"] for row in before] == ["", "Ada Example", "Ed Gone"]
    assert call("regrade", out, "-a", new, "--accept").exit_code == 0
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        after = list(csv.DictReader(file))
    kept = ("submission", "name", "sid", "status", "counts", "remarks")
    assert [[row[k] for k in kept] for row in after] == [
        [row[k] for k in kept] for row in before
    ]


def test_a_class_that_is_not_as_it_was_is_a_sentence(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    simulated(folder, 2)
    old, new = (release(tmp_path / str(which), which) for which in (OLD, NEW))
    done = call("regrade", out, "-a", new)
    assert done.exit_code == 2
    assert "holds no results" in done.output
    call("grade", folder, "-a", old, "-o", out)
    moved = folder.rename(tmp_path / "moved")
    assert "does not exist" in call("regrade", out, "-a", new).output
    assert call("regrade", out, moved, "-a", new).exit_code in (0, 1)
    newest = release(tmp_path / "2", NEW, " or 1 / 0")
    (moved / "s000.ipynb").write_bytes(notebook({"q1_double": "crash"}))
    done = call("regrade", out, moved, "-a", newest)
    assert done.exit_code == 2
    assert "s000: is not what was graded. Run `homework grade`" in done.output
    (moved / "s000.ipynb").unlink()
    done = call("regrade", out, moved, "-a", newest)
    assert done.exit_code == 2
    assert "is not the class that was graded (1 gone, 0 new: s000)" in done.output
    other = tmp_path / "other"
    assert "holds no results" in call("regrade", other, "-a", new).output


def test_a_wrong_canary_proposes_nothing_and_removes_nothing(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    simulated(folder, 1)
    call("grade", folder, "-a", release(tmp_path / "0", OLD), "-o", out)
    before = files_of(out)
    broken = release(tmp_path / "1", NEW, " and 1 == 2")
    done = call("regrade", out, "-a", broken)
    assert done.exit_code == 2
    assert "the right submission gets 0 of 6 points" in done.output
    assert files_of(out) == before
    assert not (out / "regrade.csv").exists()


def test_a_ledger_of_before_knows_no_releases_and_grades_all(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    simulated(folder, 1)
    call("grade", folder, "-a", release(tmp_path / "0", OLD), "-o", out)
    with sqlite3.connect(out / "ledger.sqlite") as base:
        base.execute("DROP TABLE releases")
    done = call("regrade", out, "-a", release(tmp_path / "1", NEW))
    assert "toy: changed since: q1_double, q2_half" in done.output
    with Ledger(out) as ledger:
        assert len(ledger.outcomes(ledger.latest() or 0)) == 1


# --- what changed -------------------------------------------------------------


def changed(folder: Path, files: dict[str, str]) -> Sequence[str]:
    """Change files of a release, and say whose tests that touches."""
    texts = {
        "files/references/oracle.py": "import basics",
        "files/references/basics.py": "",
        "files/given/layers.py": "",
        "tests/q1.py": "from references.oracle import x\ndef test(double): ...",
        "tests/q2.py": "def test(half): ...",
    }
    made = []
    for number, each in enumerate((texts, texts | files)):
        path = folder / f"{number}.zip"
        with zipfile.ZipFile(path, "w") as opened:
            for name, text in each.items():
                opened.writestr(name, text)
        made.append(path)
    return changed_questions(made_of(made[0]), made[1], ("q1", "q2"))


@pytest.mark.parametrize(
    ("name", "touched"),
    [
        ("tests/q2.py", ("q2",)),
        ("files/references/oracle.py", ("q1",)),
        ("files/references/basics.py", ("q1",)),  # by way of the oracle
        ("files/references/new.py", ()),
        ("files/given/layers.py", ("q1", "q2")),  # students' code may import it
        ("otter_config.json", ()),
    ],
)
def test_a_change_touches_the_questions_that_use_it(
    tmp_path: Path, name: str, touched: tuple[str, ...]
) -> None:
    assert changed(tmp_path, {name: "y = 2"}) == touched


def test_own_code_is_what_was_not_handed_out(tmp_path: Path) -> None:
    handed_out = notebook(dict.fromkeys(TESTS, "untouched"))
    path = tmp_path / "toy.ipynb"
    path.write_bytes(notebook({"q1_double": "right", "q2_half": "untouched"}, "y = 1"))
    found = own_code(path, "toy", Untouched.of(handed_out)).files
    assert found == {
        "q1_double/0001.py": ANSWERS["q1_double"]["right"].encode(),
        "end/0005.py": b"y = 1",
    }


@pytest.mark.parametrize(
    ("code", "is_touched"),
    [
        (b"def double(x): return 2", True),
        (b"def helper(x): return 2", True),  # `double`, as handed out, calls it
        (b"def half(x): return double", True),
        (b"def half(x): return 2", False),
        (b"globals()['dou' + 'ble'] = 1", True),
        (b"np.mean = 1", False),
    ],
)
def test_who_has_a_part_in_what_a_test_looks_at_is_touched(
    tmp_path: Path, code: bytes, is_touched: bool
) -> None:
    path = tmp_path / "toy.zip"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("tests/q1.py", "def test_two(double):\n    assert double(2)")
    handed_out = cells(
        "import numpy as np", "def double(x): return helper(x)", "def helper(x): ..."
    )
    reach = Reach.of(path, ("q1",), handed_out)
    assert reach.touches({"q1/1.py": code}) is is_touched
    assert reach.touches({"q1/1.py": code, "beside/mine.py": b""})
    assert Reach.of(path, ("q1",), None).touches({})


ROWS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "name": st.sampled_from(("test_a", "test_b", "test_c")),
        "points": st.integers(0, 4).map(float),
        "passed": st.booleans(),
        "sentence": st.just("It should."),
        "message": st.just("It does not."),
    }
)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a record whose questions may be scored all or nothing."""
    questions = {}
    for name in draw(st.sets(st.sampled_from(("q1", "q2")))):
        rows = draw(st.lists(ROWS, max_size=3, unique_by=lambda row: row["name"]))
        score = sum(row["points"] * row["passed"] for row in rows)
        score = score * draw(st.sampled_from((1, 1, 0)))
        questions[name] = {"score": score, "tests": rows}
    score = sum(each["score"] for each in questions.values())
    return {"status": "graded", "questions": questions, "score": score}


@given(records(), records())
def test_differences_add_up(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert list(differences(old, old)) == []
    found = list(differences(old, new))
    names = set(old["questions"]) | set(new["questions"])
    for name in names:
        of_it = [each for each in found if each.test.partition("/")[0] == name]
        whole = [each for each in of_it if each.test == name]
        counted = whole or of_it
        gained = sum((b or 0) - (a or 0) for a, b in (d.points for d in counted))
        scores_of = [
            r["questions"].get(name, {"score": 0})["score"] for r in (old, new)
        ]
        assert gained == pytest.approx(scores_of[1] - scores_of[0])
