"""A release happens only when everything about it is proven."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.cli import main
from homework.law.complaints import Complaint
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment, Repository
from homework.questions.masters import assemble
from homework.release import build, build_checks, release, stock
from homework.release.places import Places, released
from homework.release.release import Outcome, release_all
from homework.release.samples import solutions, submission, write_submission
from homework.release.stock import QuestionScore, Scores, read_results
from tests.samples import ROOT, replace
from tests.toys import LEAKY_LINE, NAME, read_notebook, toy, write_notebook

Repo = tuple[Repository, Assignment]


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return toy(tmp_path)


def refusal(repo: Repo) -> str:
    with pytest.raises(HomeworkError) as caught:
        release.release(*repo)
    return str(caught.value)


# --- what is refused before anything is built ---------------------------------


def test_refuses_a_master_with_edits_that_were_not_absorbed(repo: Repo) -> None:
    notebook = read_notebook(repo[1].master)
    notebook["cells"][1]["source"] += "\nOne more sentence."
    write_notebook(repo[1].master, notebook)
    text = refusal(repo)
    assert str(repo[1].master) in text
    assert f"homework absorb {NAME}" in text


def test_refuses_a_master_with_metadata_of_a_front_end(repo: Repo) -> None:
    notebook = read_notebook(repo[1].master)
    notebook["cells"][1]["metadata"]["author"] = "me"
    write_notebook(repo[1].master, notebook)
    assert f"Run `homework assemble {NAME}`." in refusal(repo)


def test_refuses_a_master_that_is_older_than_its_folders(repo: Repo) -> None:
    replace(repo[1].folder / "q02_spread" / "question.py", "largest", "greatest")
    text = refusal(repo)
    assert f"{NAME}.ipynb: is not what its question folders make now." in text


def test_refuses_an_assignment_without_a_master(repo: Repo) -> None:
    repo[1].master.unlink()
    assert f"Run `homework assemble {NAME}`." in refusal(repo)


@pytest.mark.parametrize(
    "place",
    [
        "small/q01_center/__pycache__/question.cpython-311.pyc",
        "checks/__pycache__/answers.cpython-311.pyc",
        "references/spreads.pyc",
        "linked/data/old.pyo",
    ],
)
def test_refuses_bytecode_beside_what_ships(repo: Repo, place: str) -> None:
    path = repo[0].assignments_folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\0")
    if place.startswith("linked"):
        (repo[1].folder / "data").symlink_to(path.parent)
    text = refusal(repo)
    assert path.name in text or "__pycache__" in text
    assert "make clean" in text
    assert not (repo[0].root / "student").exists()


# --- single proofs, on results that are made up -------------------------------


def graded(**questions: tuple[float, float, str]) -> Scores:
    return Scores({name: QuestionScore(*found) for name, found in questions.items()})


def texts(found: Any) -> str:
    return "\n".join(map(str, found))


def test_expects_what_the_decorators_say(repo: Repo) -> None:
    assert build_checks.expected(repo[1]) == {"q01_center": 5.0, "q02_spread": 5.0}


@pytest.mark.parametrize(
    ("scores", "where", "what"),
    [
        (graded(q01_center=(5, 5, "")), "q02_spread", "is missing in the autograder"),
        (
            graded(q01_center=(5, 5, ""), q02_spread=(4, 4, "")),
            "q02_spread",
            "is worth 4 in the autograder, but its decorators say 5",
        ),
        (
            graded(
                q01_center=(4, 5, "x\n    q01_center - 3 message: name it.\n"),
                q02_spread=(5, 5, ""),
            ),
            "q01_center",
            "gives its own solution 4 of 5: name it.",
        ),
        (
            graded(q01_center=(5, 5, ""), q02_spread=(5, 5, ""), q09=(1, 1, "")),
            "q09",
            "is worth 1 in the autograder, but its decorators say 0",
        ),
    ],
)
def test_the_solution_has_to_score_in_full(
    repo: Repo, scores: Scores, where: str, what: str
) -> None:
    (complaint,) = build_checks.shortfalls(repo[1], scores)
    assert complaint.where == where
    assert what in complaint.problem


def test_a_full_score_is_no_shortfall(repo: Repo) -> None:
    scores = graded(q01_center=(5, 5, ""), q02_spread=(5, 5, ""))
    assert list(build_checks.shortfalls(repo[1], scores)) == []


def test_the_untouched_notebook_must_score_nothing(repo: Repo) -> None:
    fair = graded(q01_center=(0, 5, ""), q02_spread=(0, 5, ""))
    assert list(build_checks.gifts(repo[1], fair)) == []
    generous = graded(q01_center=(1, 5, ""))
    found = texts(build_checks.gifts(repo[1], generous))
    assert "q01_center: gives the untouched notebook 1 points" in found
    assert "q02_spread: gives the untouched notebook no score" in found


def test_otter_starts_without_what_only_slows_it() -> None:
    code = f"import jsonschema, sys; print('{stock.SLOW_AND_OPTIONAL}' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=stock.environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "False"


def results(folder: Path, *entries: dict[str, Any]) -> Path:
    path = folder / "results.json"
    path.write_text(json.dumps({"tests": entries, "score": 0}), encoding="utf-8")
    return path


PUBLIC = {"name": "Public Tests", "output": "q results: passed", "status": "passed"}


def test_reads_what_otter_gives_and_says(tmp_path: Path) -> None:
    output = (
        "q1 results:\n    q1 - 1 result:\n        Test case passed\n\n"
        "    q1 - 2 message: q1 should work.\n\n    q1 - 2 result:\n        Failed"
    )
    entry = {"name": "q1", "score": 1.5, "max_score": 4, "output": output}
    scores = read_results(results(tmp_path, PUBLIC, entry), "x.ipynb")
    assert (scores.earned, scores.possible) == (1.5, 4.0)
    assert scores.questions["q1"].failures == ["q1 should work."]


@pytest.mark.parametrize(
    "entries",
    [
        [
            {"name": "Autograder Failed", "output": "failed to produce any results"},
            {"name": "Autograder Exception", "output": "SyntaxError: tests/q1.py"},
        ],
        [PUBLIC],
        [],
    ],
)
def test_a_failure_of_otter_is_no_score(
    tmp_path: Path, entries: list[dict[str, Any]]
) -> None:
    with pytest.raises(HomeworkError, match="stock `otter run` failed") as caught:
        read_results(results(tmp_path, *entries), "x.ipynb")
    if len(entries) == 2:
        assert "SyntaxError: tests/q1.py" in str(caught.value)


def autograder(folder: Path, *requirements: str, filler: int = 0) -> Path:
    path = folder / "small.zip"
    pip = ["otter-grader[grading,plugins]==7.0.0", *requirements]
    conda = ["python=3.11", "pip", "jupyter_server", {"pip": pip}]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("environment.yml", json.dumps({"dependencies": conda}))
        archive.writestr("files/data.bin", bytes(filler))
    return path


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("torch==2.13.0", "brings gigabytes of CUDA"),
        ("torchvision==0.28.0", "brings gigabytes of CUDA"),
        ("torch==2.13.0+cu126", "brings CUDA"),
        ("nvidia-cublas-cu12==12.4.5.8", "brings CUDA"),
        ("triton==3.4.0", "brings CUDA"),
        ("cupy-cuda12x==14.0", "brings CUDA"),
        ("--extra-index-url https://download.pytorch.org/whl/cu126", "brings CUDA"),
        ("numpy", "is not pinned"),
        ("numpy>=2.4", "is not pinned"),
        ("numpy==2.*", "is not pinned"),
    ],
)
def test_names_the_requirement_that_a_grader_must_not_have(
    tmp_path: Path, line: str, problem: str
) -> None:
    path = autograder(tmp_path, "numpy==2.4.6", line)
    (complaint,) = build_checks.autograder_is_light(path)
    assert complaint.where == "autograder/small.zip » environment.yml"
    assert f"'{line}' {problem}" in complaint.problem


def test_light_requirements_are_none_of_its_business(tmp_path: Path) -> None:
    index = "--extra-index-url https://download.pytorch.org/whl/cpu"
    path = autograder(tmp_path, index, "numpy==2.4.6", "torch==2.13.0+cpu")
    assert list(build_checks.autograder_is_light(path)) == []


def test_a_zip_stays_below_a_megabyte(tmp_path: Path) -> None:
    path = autograder(tmp_path, filler=1_000_000)
    assert "bytes; 1,000,000 are the most" in texts(
        build_checks.autograder_is_light(path)
    )


@pytest.mark.parametrize(
    ("sources", "problem"),
    [
        (["grader.export(pdf=False, run_tests=True)"], ""),
        (["grader.export(run_tests=True)"], "makes a PDF"),
        (["grader.export(pdf=True)"], "makes a PDF"),
        (["x = 1"], "has 0 calls"),
        (["grader.export(pdf=False)"] * 2, "has 2 calls"),
    ],
)
def test_the_export_cell_needs_no_latex(
    tmp_path: Path, sources: list[str], problem: str
) -> None:
    cells = [
        {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
        | {"execution_count": None}
        for source in sources
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    path = tmp_path / "small.ipynb"
    write_notebook(path, notebook)
    found = texts(build_checks.export_needs_no_latex(path))
    assert problem in found
    assert bool(found) == bool(problem)


def test_names_the_file_in_which_two_builds_differ() -> None:
    one = {"student/a": b"1", "student/b": b"1", "solutions": b"1"}
    other = {"student/a": b"1", "student/b": b"2", "autograder/c": b"1"}
    other["solutions"] = b"1"
    found = [complaint.where for complaint in build_checks.differences(one, other)]
    assert found == ["autograder/c", "student/b"]


# --- moving, and doing nothing twice ------------------------------------------


@pytest.fixture
def proven(monkeypatch: pytest.MonkeyPatch) -> list[Complaint]:
    """Replace building and proving by a made-up build; return what it will find."""
    findings: list[Complaint] = []

    def prove(trial: release.Trial) -> list[Complaint]:
        content = trial.assignment.master.read_bytes()
        built = build.Built(
            {trial.staged.notebook.name: content}, content, {"tests/q.py": content}
        )
        build.stage(built, trial.staged)
        return findings

    monkeypatch.setattr(release, "_prove", prove)
    return findings


def test_moves_what_is_proven_and_says_that_it_is_generated(
    repo: Repo, proven: list[Complaint]
) -> None:
    root = repo[0].root
    stale = root / "student" / NAME / "stale.py"
    write_text(stale, "old")
    assert not release.release(*repo).unchanged
    places = released(*repo)
    assert places.student == stale.parent
    assert not stale.exists()
    assert places.solution.read_bytes() == repo[1].master.read_bytes()
    for folder in ("student", "solutions", "autograder"):
        said = (root / folder / "README.md").read_text(encoding="utf-8")
        assert "`homework release` makes this folder from `assignments/`" in said
        assert "Do not edit" in said


def test_moves_nothing_when_something_is_found(
    repo: Repo, proven: list[Complaint]
) -> None:
    release.release(*repo)
    before = released(*repo).contents()
    replace(repo[1].folder / "intro.py", "Two questions", "2 questions")
    assemble(repo[1])
    proven.append(Complaint("here", "is wrong.", "Mend it."))
    assert release.release(*repo).findings == proven
    assert released(*repo).contents() == before
    proven.clear()
    assert not release.release(*repo).unchanged
    assert released(*repo).contents() != before


def test_builds_only_what_changed(repo: Repo, proven: list[Complaint]) -> None:
    places = Places(repo[0].root, NAME)

    def is_built() -> bool:
        return not release.release(*repo).unchanged

    assert [is_built(), is_built()] == [True, False]
    changes: list[Callable[[], object]] = [
        lambda: replace(repo[1].folder / "checks" / "labels.py", "Say of", "Tell of"),
        lambda: replace(repo[0].root / "otter_config.json", '": "3.11', '": "3.12'),
        lambda: write_text(places.student / "extra.py", "x"),
        places.solution.unlink,
        lambda: places.autograder.write_bytes(b"PK"),
    ]
    for change in changes:
        change()
        assert [is_built(), is_built()] == [True, False]
    assert not release.release(*repo, force=True).unchanged


def test_keeps_a_zip_that_another_zlib_packed(
    repo: Repo, proven: list[Complaint]
) -> None:
    release.release(*repo)
    path = released(*repo).autograder
    with zipfile.ZipFile(path) as archive:
        entries = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for info, content in entries:
            info.compress_type = zipfile.ZIP_STORED
            archive.writestr(info, content)
    packed_otherwise = path.read_bytes()
    release.release(*repo, force=True)
    assert path.read_bytes() == packed_otherwise


def test_one_refusal_does_not_stop_the_others(
    repo: Repo, proven: list[Complaint]
) -> None:
    repository, good = repo
    bad = Assignment(repository.assignments_folder / "bad")
    shutil.copytree(good.folder, bad.folder, symlinks=True)
    (bad.folder / f"{NAME}.ipynb").unlink()
    outcomes = release_all(repository, [bad, good], gate=lambda *_: None)
    assert [bool(outcome.refusal) for outcome in outcomes] == [True, False]
    assert released(repository, good).autograder.exists()


@pytest.mark.parametrize(
    ("outcome", "code", "said"),
    [
        (Outcome(NAME), 0, "small: released"),
        (Outcome(NAME, unchanged=True), 0, "small: unchanged"),
        (Outcome(NAME, [Complaint("a.py", "leaks.", "Mend it.")]), 1, "a.py: leaks."),
        (
            Outcome(NAME, refusal=HomeworkError("b", "is old.", "Build.")),
            2,
            "b: is old",
        ),
    ],
)
def test_the_command_says_how_it_went(
    repo: Repo,
    monkeypatch: pytest.MonkeyPatch,
    outcome: Outcome,
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(repo[0].root)
    monkeypatch.setattr(release, "release_all", lambda *_, **__: [outcome])
    done = CliRunner().invoke(main, ["release", NAME])
    assert done.exit_code == code
    assert said in done.output


def test_a_missing_release_says_how_to_make_it(repo: Repo) -> None:
    with pytest.raises(HomeworkError, match=f"homework release {NAME}"):
        released(*repo)


# --- real Otter, on the small assignment --------------------------------------


def spoil(repository: Repository, assignment: Assignment) -> None:
    """Plant what only a real build shows."""
    folder = assignment.folder
    replace(
        folder / "intro.py",
        "table = np",
        f"import checks.helper\n\nx = np.eye(2)\n{LEAKY_LINE}\ntable = np",
    )
    question = folder / "q02_spread" / "question.py"
    replace(question, "# BEGIN SOLUTION", "#BEGIN SOLUTION")
    replace(question, "# END SOLUTION", "#END SOLUTION")
    replace(repository.root / "otter_config.json", "torch==2.13.0+cpu", "torch==2.13.0")
    accepted = folder / "q01_center" / "accepted" / "library_mean.py"
    shutil.copy(accepted, folder / "checks" / "helper.py")
    (folder / "data").mkdir()
    with zipfile.ZipFile(folder / "data" / "sets.zip", "w") as archive:
        archive.write(folder / "q01_center" / "question.py", "notes.txt")
    assemble(assignment)


EXPECTED_FINDINGS = (
    "student/small/small.ipynb, cell 3: shows the solution of q01_center",
    "has a solution marker: `#BEGIN SOLUTION`",
    "q02_spread: gives the untouched notebook 5 points",
    "'torch==2.13.0' brings gigabytes of CUDA",
    "student/small/checks/helper.py: shows accepted/library_mean.py of q01_center",
    "student/small/data/sets.zip » notes.txt: shows the solution of q01_center",
)


@pytest.mark.slow
def test_real_otter_releases_an_honest_assignment_and_no_other(repo: Repo) -> None:
    honest = release.release(*repo)
    assert texts(honest.findings) == ""
    places = released(*repo)
    before = places.contents()
    assert sorted(path.name for path in (places.student / "figures").iterdir()) == [
        "cloud.svg"
    ]
    notebook = read_notebook(places.notebook)
    assert "homework" not in notebook["metadata"]
    with zipfile.ZipFile(places.autograder) as archive:
        infos = archive.infolist()
        modes = {info.filename: info.external_attr >> 16 for info in infos}
    assert [info.filename for info in infos] == sorted(modes)
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert modes["run_autograder"] == modes["setup.sh"] == 0o755
    assert modes["tests/q01_center.py"] == 0o644

    spoil(*repo)
    found = texts(release.release(*repo).findings)
    for expected in EXPECTED_FINDINGS:
        assert expected in found
    assert places.contents() == before


@pytest.mark.slow
def test_the_last_lines_of_otter_reach_the_reader(repo: Repo) -> None:
    question = repo[1].folder / "q02_spread" / "question.py"
    replace(question, "# END SOLUTION", "#END SOLUTION")
    assemble(repo[1])
    found = texts(release.release(*repo).findings)
    assert "stock `otter assign` failed. Its last lines:" in found
    assert "END SOLUTION" in found


@pytest.mark.slow
def test_stock_otter_splits_and_tests_a_master_without_our_tools(
    repo: Repo, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "otter", "assign", "-v", str(repo[1].master), "out"],
        cwd=tmp_path,
        env=stock.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "All autograder tests passed." in done.stdout + done.stderr
    assert (tmp_path / "out" / "student" / f"{NAME}.ipynb").is_file()


# --- real Otter, on a real assignment -----------------------------------------

REAL = Repository(ROOT)
(BN_DROP,) = REAL.assignments(("bn_drop",))


@pytest.mark.slow
def test_a_release_gives_what_git_keeps(tmp_path: Path) -> None:
    for name in ("otter_config.json", "homework.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "assignments", tmp_path / "assignments", symlinks=True)
    repository = Repository(tmp_path)
    (assignment,) = repository.assignments(("bn_drop",))
    outcome = release.release(repository, assignment)
    assert texts(outcome.findings) == ""
    kept = Places(ROOT, "bn_drop").contents()
    assert Places(tmp_path, "bn_drop").contents() == kept
    assert release.release(repository, assignment).unchanged


@pytest.mark.slow
def test_the_export_cell_writes_what_otter_grades(tmp_path: Path) -> None:
    places = released(REAL, BN_DROP)
    folder = Path(shutil.copytree(places.student, tmp_path / "at home"))
    name = "q04_dropout_forward"
    made = submission(places.notebook, {name: solutions(BN_DROP)[name]})
    write_submission(made, folder / places.notebook.name)
    first, last = made["cells"][0], [c for c in made["cells"] if "export(" in c.source]
    runner = {**made, "cells": [first, *last]}
    write_notebook(folder / "runner.ipynb", runner)
    command = "nbconvert --to notebook --execute --output ran.ipynb runner.ipynb"
    subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=folder,
        check=True,
        capture_output=True,
        env=stock.environment(),
    )
    (exported,) = folder.glob("bn_drop_*.zip")
    scores = stock.run(places.autograder, exported, tmp_path / "results")
    worth = sum(case.points for case in read_cases(BN_DROP.question(name).tests))
    assert scores.earned == worth > 0
    assert scores.possible == sum(build_checks.expected(BN_DROP).values())
