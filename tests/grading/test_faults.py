"""What goes wrong in a notebook costs the cell or test in which it happens."""

from __future__ import annotations

import json
import os
from pathlib import Path
from signal import SIGKILL

import psutil
import pytest

from homework.grading.engine import Engine
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Level, strongest
from tests.grading_toys import (
    archive,
    case,
    cells,
    graded,
    messages,
    passed,
    was_stopped,
)

pytestmark = pytest.mark.slow  # each starts graders

ONE = case("test_one", "f", "assert f() == 1")
TWO = case("test_two", "g", "assert g() == 2")
QUESTIONS = {"q1": [ONE], "q2": [TWO]}
# The toy needs a hundredth of this, and a busy machine may need ten times as long.
QUICK = Times(cell=5, test=5, submission=120)
GOOD = ("def f(): return 1", "def g(): return 2")


def test_an_honest_notebook_has_its_points(tmp_path: Path) -> None:
    result = graded(tmp_path, QUESTIONS, *GOOD)
    assert result.status == "graded"
    assert (result.score, result.possible) == (2, 2)
    assert "limits" in result.layers


@pytest.mark.parametrize("level", [*Level], ids=lambda level: level.name)
@pytest.mark.parametrize(
    "cell",
    [
        'os.chdir("/")',
        'os.mkdir("x"); os.chdir("x"); os.rmdir("../x")',
        'os.mkdir("y"); os.chmod("y", 0); open("z", "w").close(); os.chmod("z", 0)',
    ],
)
def test_a_folder_that_cannot_be_read_costs_nothing(
    tmp_path: Path, cell: str, level: Level
) -> None:
    if level > strongest():
        pytest.skip(f"{level.name} cannot be had here")
    sources = (f"import os\n{cell}", *GOOD)
    result = graded(tmp_path, QUESTIONS, *sources, level=level)
    assert result.errors == []
    assert passed(result) == {"test_one": True, "test_two": True}


@pytest.mark.parametrize(
    "cell",
    [
        "while True: pass",
        "import os; os._exit(0)",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "import sys; sys.exit()",
        "exit()",
        "quit()",
        "raise KeyboardInterrupt",
        "1 / 0",
        "def broken(:",
        "%no_such_magic",
        "!rm -rf .",
        "%pip install nothing",
        "x = bytearray(10**13)",
        "import sys; sys.setrecursionlimit(10**9)\ndef r(): r()\nr()",
        "open = print = len = type = None",
        "class A:\n    def __repr__(self): return 1 / 0\nA()",
    ],
)
def test_a_bad_cell_costs_itself_only(tmp_path: Path, cell: str) -> None:
    result = graded(tmp_path, QUESTIONS, GOOD[0], cell, GOOD[1], times=QUICK)
    assert result.status == "graded"
    assert passed(result) == {"test_one": True, "test_two": True}


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "import os; os._exit(0)",
        "raise SystemExit",
        "raise KeyboardInterrupt",
        "raise GeneratorExit",
        "return bytearray(10**13)",
        "return f()",
        "import os; os.write(CHANNEL, b'nonsense' * 9)",
        "import os; os.close(CHANNEL)",
    ],
)
def test_a_bad_call_costs_its_test_only(tmp_path: Path, body: str) -> None:
    channel = (
        "import os, stat\n"
        "CHANNEL = next(n for n in range(3, 99) if os.path.exists(f'/proc/self/fd/{n}')"
        " and stat.S_ISSOCK(os.fstat(n).st_mode))"
    )
    name = case("test_name", "name", "assert name == 'me'")
    questions = {"q1": [ONE, name], "q2": [TWO]}
    result = graded(
        tmp_path,
        questions,
        channel,
        f"def f(): {body}",
        "name = 'me'",
        GOOD[1],
        times=QUICK,
    )
    assert result.status == "graded"
    assert passed(result) == {"test_one": False, "test_name": True, "test_two": True}


def test_messages_say_what_stopped_a_test(tmp_path: Path) -> None:
    result = graded(
        tmp_path, QUESTIONS, "def f():\n    while True: pass", GOOD[1], times=QUICK
    )
    assert was_stopped(messages(result)["test_one"])
    assert result.questions["q1"]["tests"][0]["seconds"] >= QUICK.test


def test_the_submission_has_a_limit_too(tmp_path: Path) -> None:
    times = Times(cell=30, test=30, submission=4, clock=4)
    endless = "import time\nfor _ in range(9): time.sleep(0.4)"
    result = graded(tmp_path, QUESTIONS, *GOOD, *[endless] * 3, times=times)
    assert result.status == "graded"
    assert result.score == 0
    assert "was not run" in messages(result)["test_one"]


def test_a_cell_that_takes_all_the_time_is_left_out_of_the_second_pass(
    tmp_path: Path,
) -> None:
    times = Times(cell=30, test=30, submission=4, clock=4)
    result = graded(tmp_path, QUESTIONS, *GOOD, "while True: pass", times=times)
    assert (result.status, result.score) == ("graded", 2)
    assert "time for the submission is over" in result.errors[0]["error"]


def test_a_check_sees_the_names_of_its_moment(tmp_path: Path) -> None:
    result = graded(
        tmp_path,
        QUESTIONS,
        *GOOD,
        'grader.check("q1")',
        "def f(): return 7\ndef g(): return 7",
    )
    assert passed(result) == {"test_one": True, "test_two": False}


def test_an_earlier_check_survives_a_later_crash(tmp_path: Path) -> None:
    result = graded(
        tmp_path, QUESTIONS, *GOOD, 'grader.check("q1")', "import os; os._exit(1)"
    )
    assert result.score == 2


def test_checks_of_no_question_and_exports_are_harmless(tmp_path: Path) -> None:
    first = "import otter\ngrader = otter.Notebook('other.ipynb')"
    last = "grader.check('q9'); grader.check_all(); grader.export(pdf=False)"
    result = graded(tmp_path, QUESTIONS, first, *GOOD, last)
    assert result.score == 2
    assert result.errors == []


def test_cells_that_are_tagged_are_left_out(tmp_path: Path) -> None:
    notebook = json.loads(cells("f = None", *GOOD))
    notebook["cells"].append(
        {
            "cell_type": "code",
            "metadata": {"tags": ["otter_ignore"]},
            "source": ["f = ", "None"],
        }
    )
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    with Engine(archive(tmp_path, QUESTIONS), level=Level.LIMITS) as engine:
        assert engine.grade(path).score == 2


UNREADABLE = {
    "empty.ipynb": (b"", "unreadable: the file is empty"),
    "text.ipynb": (b"hello", "unreadable: it is not JSON"),
    "list.ipynb": (b"[1]", "unreadable: it is JSON, but not a notebook"),
    "deep.ipynb": (b"[" * 200_000, "unreadable: its JSON is nested too deeply"),
    "broken.zip": (b"PK\x03\x04nothing", "unreadable: the zip is broken"),
    "other.ipynb": (cells(*GOOD, name="essay"), "wrong assignment: "),
}


def test_what_cannot_be_graded_says_so_in_words(tmp_path: Path) -> None:
    zipped = archive(tmp_path, QUESTIONS)
    with Engine(zipped, level=Level.LIMITS) as engine:
        for name, (data, status) in UNREADABLE.items():
            path = tmp_path / name
            path.write_bytes(data)
            result = engine.grade(path)
            assert result.status.startswith(status), (name, result.status)
            assert result.record(engine.package, engine.level)["score"] is None


ODD = {
    "renamed.ipynb": cells(*GOOD),
    "bom.ipynb": b"\xef\xbb\xbf" + cells(*GOOD),
    "latin.ipynb": cells(*GOOD, "# caf\xe9").replace(b"\\u00e9", b"\xe9"),
    "foreign.ipynb": cells(*GOOD).replace(
        b'"metadata": {"otter"', b'"metadata": {"kernelspec": {"name": "r"}, "otter"'
    ),
}


def test_odd_notebooks_are_graded_as_a_fair_person_would(tmp_path: Path) -> None:
    with Engine(archive(tmp_path, QUESTIONS), level=Level.LIMITS) as engine:
        for name, data in ODD.items():
            path = tmp_path / name
            path.write_bytes(data)
            assert engine.grade(path).score == 2, name


def test_tests_see_the_files_that_cells_wrote(tmp_path: Path) -> None:
    body = """
        from pathlib import Path
        assert Path("answer.txt").read_text() == "42"
        assert "toy" in Path("toy.ipynb").read_text()
        assert Path("data.txt").read_text() == "ours"
        assert not Path("handed_in.txt").exists()
    """
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "handed_in.txt").write_text("x", encoding="utf-8")
    (folder / "toy.ipynb").write_bytes(
        cells(
            "from pathlib import Path\nPath('answer.txt').write_text('42')",
            "Path('toy.ipynb').write_text('gone')",
            "Path('data.txt').write_text('theirs')",
            "Path('handed_in.txt').unlink()",
            "import os\nos.symlink('/etc/passwd', 'link.txt')\nos.mkfifo('pipe')",
        )
    )
    questions = {"q1": [case("test_files", "", body)]}
    zipped = archive(tmp_path, questions, {"data.txt": "ours"})
    with Engine(zipped, level=Level.LIMITS) as engine:
        assert messages(engine.grade(folder)) == {"test_files": ""}


def test_parents_that_somebody_ended_are_started_again(tmp_path: Path) -> None:
    path = tmp_path / "toy.ipynb"
    path.write_bytes(cells(*GOOD))
    with Engine(archive(tmp_path, QUESTIONS), level=Level.LIMITS) as engine:
        for victim in ("desk", "base"):
            assert engine.grade(path).score == 2
            base = psutil.Process(engine.server.pid)
            os.kill((base if victim == "base" else base.children()[0]).pid, SIGKILL)
        assert engine.grade(path).score == 2


def test_a_hang_costs_its_own_test_when_that_has_things_to_put_back(
    tmp_path: Path,
) -> None:
    hangs = """
        with env.replaced({"helper": lambda: 3}):
            assert f() == 1
    """
    questions = {"q1": [case("test_one", "f, env", hangs)], "q2": [TWO]}
    cells = ("def f():\n    while True: pass", GOOD[1])
    times = Times(cell=2, test=1, submission=9)
    result = graded(tmp_path, questions, *cells, times=times)
    assert result.status == "graded"
    assert passed(result) == {"test_one": False, "test_two": True}
    assert was_stopped(messages(result)["test_one"])


def test_a_cell_that_runs_again_says_its_error_once(tmp_path: Path) -> None:
    crash = "import os\nos._exit(1)"
    result = graded(tmp_path, QUESTIONS, *GOOD, "1 / 0", crash, times=QUICK)
    assert result.score == 2
    divided = [each for each in result.errors if "ZeroDivision" in each["error"]]
    assert len(divided) == 1
