"""What Gradescope gets: scripts, lock file, results, and a stand-in that runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from homework.base.errors import HomeworkError
from homework.base.files import write_zip
from homework.cli import main as command
from homework.gradescope import bundle
from homework.gradescope.results import main, releases, results, write
from homework.gradescope.shown import shown
from homework.grading.choice import choose
from homework.grading.engine import Graded
from homework.grading.handed_in import SubmissionError
from homework.grading.sandbox.sandbox import Level
from tests.samples import ROOT

if sys.platform != "linux":
    pytest.skip("Gradescope runs Linux", allow_module_level=True)

from homework.gradescope import stand_in

pytestmark = pytest.mark.slow  # each starts graders

TEST = """\
from otter.test_files import test_case

OK_FORMAT = False

name = "q1_double"
points = None

@test_case(points=1, hidden=False, failure_message="double should make 6 of 3.")
def test_three(double):
    assert double(3) == 6, "it did not"

@test_case(points=4, hidden=True, failure_message="double should double anything.")
def test_anything(double):
    assert double(-1.5) == -3
"""
RIGHT = "def double(x):\n    return 2 * x"
HALF_RIGHT = "def double(x):\n    return abs(2 * x)"
UNTOUCHED = "def double(x):\n    ..."
HIDDEN = "double anything"


def notebook(source: str, assignment: str = "twice") -> bytes:
    """Write a notebook of one code cell."""
    cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": []}
    metadata = {"otter": {"assignment_name": assignment}}
    made = {"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(made).encode()


def release(path: Path, *, right: str = RIGHT, untouched: str = UNTOUCHED) -> Path:
    """Write a zip for Gradescope that grades one small question."""
    entries = {
        "otter_config.json": b'{"assignment_name": "twice"}',
        "tests/q1_double.py": TEST.encode(),
        "files/readme.txt": b"nothing",
        **bundle.entries(),
        **bundle.trial(
            "twice",
            right={"twice.ipynb": notebook(right)},
            untouched={"twice.ipynb": notebook(untouched)},
        ),
    }
    write_zip(path, entries)
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory.mktemp("release") / "twice.zip")


@pytest.fixture
def root(tmp_path: Path, archive: Path) -> Path:
    """Return an /autograder that is set up, without its image."""
    for folder in ("submission", "results"):
        (tmp_path / folder).mkdir()
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "source")
    return tmp_path


def read_results(root: Path) -> dict[str, Any]:
    """Read what was written, and hold it against Gradescope's description."""
    read: dict[str, Any] = json.loads((root / "results" / "results.json").read_text())
    assert_valid(read)
    return read


TOP = {"score", "output", "output_format", "test_output_format"}
TOP |= {"test_name_format", "visibility", "stdout_visibility", "extra_data", "tests"}
TOP |= {"leaderboard"}
ENTRY = {"score", "max_score", "status", "name", "number", "output", "tags"}
ENTRY |= {"visibility", "extra_data"}


def assert_valid(read: dict[str, Any]) -> None:
    assert set(read) <= TOP
    assert read["stdout_visibility"] == "hidden"
    assert "score" in read or any("score" in entry for entry in read["tests"])
    for entry in read["tests"]:
        assert set(entry) <= ENTRY
        assert entry["status"] in ("passed", "failed")
        assert entry["visibility"] in ("visible", "after_published")
        assert isinstance(entry["number"], str)


# --- results.json -------------------------------------------------------------

ROWS = st.builds(
    lambda name, points, hidden, passed: {
        "name": f"test_{name}",
        "label": name,
        "points": points,
        "hidden": hidden,
        "passed": passed,
        "sentence": f"{'HIDDEN' if hidden else 'public'} {name}",
        "message": "" if passed else f"{'HIDDEN' if hidden else 'public'} why",
        "seconds": 0.1,
    },
    st.text("abc", min_size=1, max_size=5),
    st.integers(0, 8).map(lambda quarters: quarters / 4),
    st.booleans(),
    st.booleans(),
)


def question_of(rows: list[dict[str, Any]], lost: float) -> dict[str, Any]:
    """Score rows as Otter does, or less: as if points hung on all tests."""
    score = sum(row["points"] for row in rows if row["passed"])
    return {
        "name": "q",
        "score": max(score - lost, 0),
        "possible": sum(row["points"] for row in rows),
        "tests": rows,
    }


QUESTIONS = st.lists(
    st.builds(
        question_of, st.lists(ROWS, min_size=1, max_size=6), st.sampled_from([0, 0, 1])
    ),
    max_size=4,
)


@given(QUESTIONS)
def test_no_point_is_lost_and_nothing_hidden_is_visible(
    questions: list[dict[str, Any]],
) -> None:
    named = {f"q{n}": {**q, "name": f"q{n}"} for n, q in enumerate(questions)}
    graded = Graded("x", "graded", named)
    made = results({"a": graded}, {})
    assert_valid(made)
    total = sum(entry.get("score", 0) for entry in made["tests"])
    most = sum(entry.get("max_score", 0) for entry in made["tests"])
    assert (total, most) == pytest.approx((graded.score, graded.possible))
    assert len({entry["number"] for entry in made["tests"]}) == len(made["tests"])
    for entry in made["tests"]:
        if entry["visibility"] == "visible":
            assert "HIDDEN" not in json.dumps(entry)
    assert "HIDDEN" not in made["output"]


def test_each_test_says_its_sentence() -> None:
    row = {"name": "test_x", "label": "x", "points": 2, "hidden": False}
    row |= {"passed": False, "sentence": "y should be 6.", "message": "It was 5."}
    question = question_of([{**row, "seconds": 0.25}], 0) | {"name": "q3_y"}
    made = results({"a": Graded("x", "graded", {"q3_y": question})}, {"level": "X"})
    assert made["tests"] == [
        {
            "number": "1",
            "name": "q3_y (public tests)",
            "status": "failed",
            "score": 0,
            "max_score": 2,
            "output": "Failed: y should be 6.\nIt was 5.",
            "visibility": "visible",
            "tags": ["q3_y", "public tests"],
            "extra_data": {"test_x": {"passed": False, "points": 2, "seconds": 0.25}},
        }
    ]
    assert made["extra_data"] == {"level": "X"}
    assert made["output"] == "Public tests: 0 of 2 points."


def test_what_could_not_be_graded_says_so_in_words() -> None:
    made = results({"a": Graded("x", "unreadable: the file is empty")}, {})
    assert_valid(made)
    assert [entry["score"] for entry in made["tests"]] == [0]
    assert "unreadable: the file is empty" in made["tests"][0]["output"]
    assert made["tests"][0]["visibility"] == "visible"


def test_students_read_where_their_cells_failed() -> None:
    error = {"cell": 3, "error": "NameError: name 'x' is not defined"}
    made = results({"a": Graded("x", "graded", errors=[error])}, {})
    assert "Code cell 4 ended with NameError: name 'x'" in made["output"]
    assert made["score"] == 0


def test_numbers_for_the_leaderboard_are_columns_of_it() -> None:
    made = results({"a": Graded("x", "graded", leaderboard={"images read": 91.5})}, {})
    assert_valid(made)
    assert made["leaderboard"] == [{"name": "images read", "value": 91.5}]
    assert "leaderboard" not in results({"a": Graded("x", "graded")}, {})


def test_numbers_of_hidden_tests_wait_until_grades_are_published() -> None:
    made = results({"a": Graded("x", "graded", numbers={"unseen images": 91.5})}, {})
    assert_valid(made)
    assert "leaderboard" not in made
    (entry,) = made["tests"]
    assert entry["visibility"] == "after_published"
    assert entry["output"] == "unseen images: 91.5"
    assert "91.5" not in made["output"]


def test_results_are_json_that_every_reader_takes(tmp_path: Path) -> None:
    row = {"name": "test_x", "label": "x", "points": 2, "hidden": False}
    row |= {"passed": False, "sentence": "y", "message": "\0 and \ud800", "seconds": 0}
    question = question_of([row], 0) | {"name": "q"}
    error = {"cell": 0, "error": "ValueError: \udfff\0"}
    made = results({"a": Graded("x", "graded", {"q": question}, errors=[error])}, {})
    write(tmp_path / "results.json", made)
    data = (tmp_path / "results.json").read_bytes()
    for wrong in (rb"\u0000", rb"\ud800", rb"\udfff"):
        assert wrong not in data.replace(b"\\\\", b"")
    read = json.loads(data)
    assert r"\x00 and \ud800" in read["tests"][0]["output"]
    assert r"\udfff\x00" in read["output"]


def test_students_read_which_notebook_was_graded() -> None:
    made = results({"a": Graded("x", "graded", remarks=["b.ipynb was graded."])}, {})
    assert "b.ipynb was graded." in made["output"]


def test_an_interrupted_grading_does_not_look_finished() -> None:
    made = results({"a": Graded("x")}, {})
    assert "under way" in made["output"]
    assert made["score"] == 0


# --- what was handed in -------------------------------------------------------


def chosen(folder: Path, assignment: str, *, alone: bool) -> bytes | None:
    found = choose(folder, assignment, alone=alone, level=Level.LIMITS)
    return found.notebook if found else None


def test_a_renamed_notebook_is_found(tmp_path: Path) -> None:
    (tmp_path / "twice (1).ipynb").write_bytes(notebook(RIGHT))
    assert chosen(tmp_path, "twice", alone=True) == notebook(RIGHT)


def test_a_notebook_is_found_in_a_zip_beside_others(tmp_path: Path) -> None:
    for name in ("once", "twice"):
        with zipfile.ZipFile(tmp_path / f"{name}_2026.zip", "w") as made:
            made.writestr(f"{name}.ipynb", notebook(RIGHT, name))
    for name in ("once", "twice"):
        assert chosen(tmp_path, name, alone=False) == notebook(RIGHT, name)
    assert chosen(tmp_path, "thrice", alone=False) is None


def test_a_broken_zip_is_not_taken_for_a_missing_notebook(tmp_path: Path) -> None:
    (tmp_path / "twice.zip").write_bytes(b"PK")
    with pytest.raises(SubmissionError, match="broken"):
        chosen(tmp_path, "twice", alone=False)


def test_a_single_notebook_goes_to_the_engine_whatever_it_says(tmp_path: Path) -> None:
    (tmp_path / "x.ipynb").write_bytes(notebook(RIGHT, "another"))
    assert chosen(tmp_path, "twice", alone=True) == notebook(RIGHT, "another")


def test_the_tests_are_packed_as_they_were_released(root: Path, tmp_path: Path) -> None:
    (made,) = releases(root / "source", tmp_path)
    with zipfile.ZipFile(made) as opened:
        assert opened.namelist() == [
            "files/readme.txt",
            "otter_config.json",
            "tests/q1_double.py",
        ]


# --- grading ------------------------------------------------------------------


def test_a_submission_is_graded(root: Path) -> None:
    (root / "submission" / "twice.ipynb").write_bytes(notebook(HALF_RIGHT))
    main(root)
    read = read_results(root)
    assert [(e["score"], e["max_score"]) for e in read["tests"]] == [(1, 1), (0, 4)]
    public, hidden = read["tests"]
    assert (public["visibility"], hidden["visibility"]) == (
        "visible",
        "after_published",
    )
    assert HIDDEN in hidden["output"]
    assert HIDDEN not in json.dumps([public, read["output"]])
    receipt = read["extra_data"]["twice"]
    assert "seccomp" in receipt["layers"]
    assert {"digest", "release", "versions", "level", "limits"} <= set(receipt)


def test_students_read_which_packages_there_are(root: Path) -> None:
    settings = bundle.settings(root, packages=["numpy"])
    (root / "source" / "grading.json").write_bytes(settings["grading.json"])
    answer = "import numpy\ndef double(x):\n    import autograd\n    return 2 * x"
    (root / "submission" / "twice.ipynb").write_bytes(notebook(answer))
    main(root)
    read = read_results(root)
    words = (
        "autograd is not available in this assignment: "
        "its answers may import numpy and what comes with Python."
    )
    assert [words in entry["output"] for entry in read["tests"]] == [True, True]
    assert [entry["score"] for entry in read["tests"]] == [0, 0]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("twice.ipynb", b"", "the file is empty"),
        ("twice.ipynb", b'{"cells": [', "not JSON"),
        ("twice.ipynb", b"[]", "not a notebook"),
        ("twice.pdf", b"%PDF", "no notebook"),
        ("twice.ipynb", notebook(RIGHT, "once"), "wrong assignment"),
    ],
)
def test_what_is_no_submission_gets_words_and_no_old_score(
    root: Path, name: str, data: bytes, words: str
) -> None:
    (root / "results" / "results.json").write_text('{"score": 100}')
    (root / "submission" / name).write_bytes(data)
    main(root)
    read = read_results(root)
    assert sum(entry.get("score", 0) for entry in read["tests"]) == 0
    assert read.get("score", 0) == 0
    assert words in read["output"]


def test_a_broken_grader_is_not_the_students_fault(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "results" / "results.json").write_text('{"score": 100}')
    (root / "submission" / "twice.ipynb").write_bytes(notebook(RIGHT))
    (root / "source" / "otter_config.json").write_text("{")
    main(root)
    read = read_results(root)
    assert read["score"] == 0
    assert "not your fault" in read["output"]
    assert "HomeworkError" in capsys.readouterr().err  # for staff only


# --- the zip ------------------------------------------------------------------


def test_the_graders_python_is_said_in_one_place(tmp_path: Path) -> None:
    config = tmp_path / "otter_config.json"
    config.write_text('{"python_version": "3.13"}', encoding="utf-8")
    script = bundle.setup(tmp_path)["setup.sh"].decode()
    assert "\nversion=3.13\n" in script
    assert script.count("3.1") == 1
    config.write_text('{"python_version": 3.13}', encoding="utf-8")
    with pytest.raises(HomeworkError, match=r"says python_version: 3\.13"):
        bundle.setup(tmp_path)


@pytest.mark.parametrize("script", ["setup.sh", "run_autograder"])
def test_scripts_are_sound(script: str) -> None:
    path = Path(stand_in.__file__).with_name(script)
    subprocess.run(["bash", "-n", str(path)], check=True)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in text
    assert not re.search(r"conda|mamba|playwright|chromium|texlive", text)


def test_the_zip_is_the_same_every_time(tmp_path: Path) -> None:
    one = release(tmp_path / "one.zip").read_bytes()
    assert one == release(tmp_path / "other.zip").read_bytes()


def test_the_zip_carries_the_repositorys_limits(tmp_path: Path) -> None:
    assert bundle.settings(tmp_path) == {}
    (tmp_path / "homework.toml").write_text("[grading.times]\ncell = 7\n")
    (written,) = bundle.settings(tmp_path).values()
    assert json.loads(written) == {"times": {"cell": 7}}


def test_the_zip_carries_what_answers_may_import(tmp_path: Path) -> None:
    (written,) = bundle.settings(tmp_path, packages=[]).values()
    assert json.loads(written) == {"packages": []}


def _notebook(*cells: str) -> bytes:
    made = [
        {"cell_type": "code", "source": source.splitlines(True)} for source in cells
    ]
    prose = {"cell_type": "markdown", "source": ["import nothing"]}
    return json.dumps({"cells": [prose, *made]}).encode()


TORCH = _notebook("import otter", "import torch\nx = 1", "%magic\nimport y")
LAYERS = _notebook("from given.layers import relu", "def f():\n    import math")
OPTIMIZES = b"optimizer = torch.optim.SGD(model.parameters())"


@pytest.mark.parametrize(
    ("student", "tests", "found"),
    [
        ({"x.ipynb": TORCH}, [b""], ["torch"]),
        ({"x.ipynb": TORCH}, [b"", OPTIMIZES], ["torch", "torch._dynamo"]),
        ({"x.ipynb": LAYERS, "y.py": b""}, [OPTIMIZES], ["given.layers", "math"]),
        (
            {
                "x.ipynb": LAYERS,
                "given/layers.py": b"import torch",
                "y.py": b"import z",
            },
            [b""],
            ["given.layers", "math", "torch"],
        ),
        ({"x.ipynb": _notebook()}, [OPTIMIZES], []),
        (
            {"x.ipynb": _notebook(), "checks/labs.py": b""},
            [b"from checks.labs import Lab\nfrom references.labs import truth"],
            ["checks.labs"],
        ),
    ],
)
def test_a_release_names_what_a_notebook_imports(
    tmp_path: Path, student: dict[str, bytes], tests: list[bytes], found: list[str]
) -> None:
    preload = bundle.preload(student, tests)
    assert preload == found
    written = bundle.settings(tmp_path, preload)
    assert written == {} or json.loads(written["grading.json"]) == {"preload": found}


def test_the_engine_needs_nothing_that_stays_here(tmp_path: Path) -> None:
    for name, data in bundle.entries().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    program = (
        "import sys; import homework.gradescope.results, homework.gradescope.trial;"
        "import homework.grading.server, homework.grading.worker;"
        "print([m.__file__ for n, m in sys.modules.items() if n.startswith('homework')"
        " and getattr(m, '__file__', None)])"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "engine")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = re.findall(r"'([^']+)'", done.stdout)
    assert len(files) > 10
    assert all(file.startswith(str(tmp_path)) for file in files)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9_.-]+)==(\S+)", text, re.MULTILINE)
    return {package.lower().replace("_", "-"): version for package, version in found}


def test_the_lock_is_what_was_proven() -> None:
    locked, proven = pins("grader.lock"), pins("constraints.txt")
    locked |= pins("torch.lock")
    proven |= {"torch": "2.13.0+cpu", "otter-grader": "7.0.0"}
    assert {n: v for n, v in locked.items() if proven.get(n, v) != v} == {}
    asked = json.loads((ROOT / "otter_config.json").read_text())["requirements"]
    for requirement in asked:
        if not requirement.startswith("-"):
            package, version = requirement.split("==")
            assert locked[package] == version


def test_bars_of_tqdm_for_notebooks_are_there() -> None:
    assert "ipywidgets" in pins("grader.lock")


@pytest.mark.parametrize("name", ["grader.lock", "torch.lock", "uv.lock"])
def test_every_locked_file_has_a_digest(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    for block in re.split(r"\n(?=\S)", text.replace("\\\n", " ").strip()):
        assert re.fullmatch(r"\S+==\S+( +--hash=sha256:[0-9a-f]{64})+\s*", block), block


# --- the stand-in -------------------------------------------------------------


def test_the_stand_in_does_all_steps(archive: Path, tmp_path: Path) -> None:
    handed_in = tmp_path / "mine.ipynb"
    handed_in.write_bytes(notebook(HALF_RIGHT))
    steps: list[str] = []
    outcome = stand_in.run(archive, handed_in, tell=steps.append)
    assert steps == ["unpack", "setup.sh", "run_autograder"]
    assert outcome.score == 1
    assert_valid(outcome.results)
    if not outcome.weaker:
        assert outcome.peak_mb is not None
        assert outcome.peak_mb < 750
        assert outcome.results["extra_data"]["twice"]["level"] != "SEALED"


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"right": HALF_RIGHT}, "gets 1 of 5 for q1_double: double should double any"),
        ({"untouched": RIGHT}, "the untouched submission gets 5 points"),
        ({"right": "raise SystemExit("}, "gets 0 of 5"),
    ],
)
def test_an_image_that_grades_wrongly_is_refused(
    tmp_path: Path, broken: dict[str, str], words: str
) -> None:
    archive = release(tmp_path / "broken.zip", **broken)
    handed_in = tmp_path / "mine.ipynb"
    handed_in.write_bytes(notebook(RIGHT))
    with pytest.raises(HomeworkError, match=r"setup\.sh that failed") as caught:
        stand_in.run(archive, handed_in)
    assert words in str(caught.value)


LOOKS_AROUND = """
import os, sys
(engine,) = [folder for folder in sys.path if folder.endswith("/autograder/engine")]
os.listdir(os.path.join(os.path.dirname(engine), "source"))
"""


def test_nothing_of_the_zip_can_be_read(archive: Path, tmp_path: Path) -> None:
    handed_in = tmp_path / "mine.ipynb"
    handed_in.write_bytes(notebook(RIGHT + LOOKS_AROUND))
    outcome = stand_in.run(archive, handed_in)
    assert outcome.score == 5
    refusals = r"Code cell 1 ended with (PermissionError|FileNotFoundError)"
    assert re.search(refusals, outcome.results["output"])


def test_setup_removes_the_solution() -> None:
    script = Path(stand_in.__file__).with_name("setup.sh").read_text(encoding="utf-8")
    assert script.rstrip().endswith('rm -r "$source/trial"')


def test_the_command_shows_what_students_see(archive: Path, tmp_path: Path) -> None:
    handed_in = tmp_path / "mine.ipynb"
    handed_in.write_bytes(notebook(RIGHT))
    done = CliRunner().invoke(command, ["gradescope", str(archive), str(handed_in)])
    assert done.exit_code == 0, done.output
    assert "q1_double (hidden tests)" in done.output
    assert "when published" in done.output
    assert "5 points; setup.sh" in done.output


def test_what_a_student_reads_is_shown_and_saved(archive: Path, tmp_path: Path) -> None:
    handed_in, page = tmp_path / "mine.ipynb", tmp_path / "page.txt"
    handed_in.write_bytes(notebook(f"print(1)\n{UNTOUCHED}"))
    words = ["gradescope", str(archive), str(handed_in), "-o", str(page)]
    done = CliRunner().invoke(command, [*words, "--show", "student"])
    assert done.exit_code == 0, done.output
    text = page.read_text(encoding="utf-8")
    assert text in done.output
    assert "Total: - (when grades are published)" in text
    assert "1.1) q1_double (public tests) (0 / 1): failed" in text
    assert "AssertionError: it did not" in text
    assert HIDDEN not in done.output
    assert "staff" not in text


@given(st.lists(ROWS, min_size=1, max_size=6))
def test_students_see_nothing_hidden_and_staff_see_all(
    rows: list[dict[str, Any]],
) -> None:
    graded = Graded("s", "graded", {"q": question_of(rows, 0)})
    written = results({"a": graded}, {"a": {"release": "1"}})
    student, staff = shown(written, "student"), shown(written, "staff")
    assert "HIDDEN" not in student
    for row in rows:
        assert row["sentence"] in staff
        if not row["hidden"]:
            assert row["sentence"] in student
    is_hidden = any(row["hidden"] for row in rows)
    assert ("Total: -" in student) is is_hidden
    total = sum(row["points"] for row in rows if row["passed"])
    assert f"Total: {total:g} / " in staff


def test_staff_read_it_saved_as_json_too(archive: Path, tmp_path: Path) -> None:
    handed_in, page = tmp_path / "mine.ipynb", tmp_path / "page.json"
    handed_in.write_bytes(notebook(RIGHT))
    words = ["gradescope", str(archive), str(handed_in), "-o", str(page)]
    done = CliRunner().invoke(command, [*words, "--show", "staff"])
    assert done.exit_code == 0, done.output
    assert "Total: 5 / 5" in done.output
    assert HIDDEN in done.output
    assert_valid(json.loads(page.read_text(encoding="utf-8")))


def test_the_stand_in_says_what_is_missing(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(HomeworkError, match="does not exist"):
        stand_in.run(archive, tmp_path / "nothing.ipynb")
    (tmp_path / "no.zip").write_bytes(b"no zip")
    with pytest.raises(HomeworkError, match="is no zip"):
        stand_in.run(tmp_path / "no.zip", tmp_path)


BOMBS = {
    "one process": "x = bytearray(10**9)",
    "many processes": """
import os, time
for _ in range(4):
    if not os.fork():
        x = bytearray(400_000_000)
        time.sleep(20)
        os._exit(0)
time.sleep(4)
""",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_memory_bomb_costs_no_other_point(
    archive: Path, tmp_path: Path, bomb: str
) -> None:
    handed_in = tmp_path / "mine.ipynb"
    handed_in.write_bytes(notebook(f"{RIGHT}\n{BOMBS[bomb]}"))
    outcome = stand_in.run(archive, handed_in)
    if outcome.weaker:
        pytest.skip("memory cannot be limited here: " + " ".join(outcome.weaker))
    assert outcome.score == 5


def released(name: str) -> Path:
    return ROOT / "autograder" / f"{name}.zip"


@pytest.mark.parametrize("name", ["bn_drop", "pytorch_cnn"])
def test_a_release_fits_into_gradescopes_container(tmp_path: Path, name: str) -> None:
    handed_in = tmp_path / "handed in"
    with zipfile.ZipFile(released(name)) as opened:
        inside = [n for n in opened.namelist() if n.startswith(f"trial/{name}/right/")]
        opened.extractall(tmp_path, inside)
    shutil.move(tmp_path / "trial" / name / "right", handed_in)
    outcome = stand_in.run(released(name), handed_in)
    possible = sum(test.get("max_score", 0) for test in outcome.results["tests"])
    assert outcome.score == possible > 0
    assert (outcome.peak_mb or 0) < 700
