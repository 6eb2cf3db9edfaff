"""Proofs find planted weaknesses, and a release wants a fresh proof."""

from __future__ import annotations

import ast
import shutil
from dataclasses import replace as changed
from pathlib import Path

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.base.jobs import Stopped
from homework.cli import main
from homework.law.complaints import hold
from homework.law.tests import LAWS_OF_TEST_FILES
from homework.proof import bank as banks
from homework.proof import prove as proving
from homework.proof.bank import bank
from homework.proof.elsewhere import NOTES, Note, read_notes, versions
from homework.proof.findings import Findings
from homework.proof.independence import independence, users
from homework.proof.judgement import (
    proven_answers,
    refuse_unproven,
    shortcomings,
    stale,
)
from homework.proof.mutation import mutation
from homework.proof.page import page
from homework.proof.record import (
    Entry,
    Record,
    Task,
    fingerprints,
    read_record,
    record_path,
    write_record,
)
from homework.proof.seeds import SEEDS, seeds
from homework.proof.trial import SECONDS_A_MUTANT, survives
from homework.questions.answers import answers
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment, Question, Repository
from tests.samples import ROOT, replace, small_repository

TESTS = "q01_double/tests.py"
CASES = 'x = random_cases("double").normal(size=5) - 1'
WRITTEN = "assignments/small/q01_double/messages.txt"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a small repository whose graders are good enough."""
    return small_repository(tmp_path)


@pytest.fixture
def small(repository: Repository) -> Assignment:
    """Return its assignment."""
    (assignment,) = repository.assignments()
    return assignment


def first(assignment: Assignment) -> Question:
    """Return the question that is autograded."""
    return assignment.questions[0]


# --- mutants --------------------------------------------------------------------


def test_the_tests_of_the_small_question_kill_every_mutant(small: Assignment) -> None:
    found = mutation(small, first(small))
    assert found.problems == []
    assert found.counts["made"] == found.counts["killed"] > 3


def weaken(assignment: Assignment) -> None:
    """Let the tests look at zeros only."""
    replace(assignment.folder / TESTS, CASES, "x = np.zeros(5)")
    replace(assignment.folder / TESTS, "np.array([3.0])), [6.0]", "np.zeros(1)), [0.0]")


def test_a_weak_test_leaves_mutants_alive(small: Assignment) -> None:
    weaken(small)
    problems = mutation(small, first(small)).problems
    assert any("no test notices `return 2 * x` → `return 3 * x`" in p for p in problems)


def declare(assignment: Assignment, text: str) -> Path:
    """Write the file of equivalent mutants."""
    path = first(assignment).folder / "equivalent.toml"
    path.write_text(text, encoding="utf-8")
    return path


ENTRY = """\
[[mutant]]
before = "return 2 * x"
after = "return 3 * x"
reason = "nobody looks."
"""


def test_a_declared_mutant_is_no_problem_and_brings_its_reason(
    small: Assignment,
) -> None:
    weaken(small)
    before = mutation(small, first(small))
    declare(small, ENTRY)
    after = mutation(small, first(small))
    assert len(after.problems) == len(before.problems) - 1
    assert after.counts["equivalent"] == 1
    assert after.notes == ["`return 2 * x` → `return 3 * x`: nobody looks."]


def test_a_declared_mutant_that_dies_is_stale(small: Assignment) -> None:
    declare(small, ENTRY)
    (problem,) = mutation(small, first(small)).problems
    assert "equivalent.toml: `return 2 * x` → `return 3 * x` is declared" in problem


@pytest.mark.parametrize(
    "body",
    ["while True: pass", "raise SystemExit", "return [0] * 10**12", "return 3 * x"],
)
def test_whatever_a_mutant_does_it_does_not_survive(
    small: Assignment, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    assert SECONDS_A_MUTANT > 1
    monkeypatch.setattr("homework.proof.trial.SECONDS_A_MUTANT", 0.5)
    assert not survives(small, first(small), f"def double(x):\n    {body}\n")


# --- seeds ----------------------------------------------------------------------


def test_a_test_that_draws_is_run_under_every_seed(small: Assignment) -> None:
    found = seeds(small, first(small), "solution", None)
    assert found.problems == []
    assert found.counts["runs"] == sum(SEEDS.values()) + len(SEEDS)


@pytest.mark.parametrize("draw", [CASES, "x = np.random.normal(size=5) - 1"])
def test_a_right_answer_that_loses_by_chance_is_found(
    small: Assignment, draw: str
) -> None:
    replace(small.folder / TESTS, CASES, f"{draw}\n    assert x[0] < 0, 'by chance'")
    problems = seeds(small, first(small), "solution", None).problems
    assert len(problems) == len(SEEDS)
    assert "test_doubles_whatever_comes fails a right answer under" in problems[0]
    assert "by chance" in problems[0]


# --- independence ---------------------------------------------------------------

THIRD = {
    "question.py": """\
# %% [markdown]
# ## Question 3 · Four times
#
# Write `quadruple(x)`.

# %% tags=["solution"]
def quadruple(x):
    # BEGIN SOLUTION
    return double(double(x))
    # END SOLUTION
""",
    "tests.py": '''\
"""What a correct `quadruple` must do."""

from checks import Function, Notebook, assert_close, public


@public(points=1)
def test_quadruples_three(quadruple: Function, env: Notebook) -> None:
    """quadruple should make 12 of 3."""
    with env.standing_on(double=lambda x: x + x):
        assert_close(quadruple(3), 12.0, name="quadruple(3)")
''',
}


def add_third(assignment: Assignment, old: str = "", new: str = "") -> Assignment:
    """Add a question that builds on the first one, with one text replaced."""
    for name, text in THIRD.items():
        path = assignment.folder / "q03_quadruple" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return Assignment(assignment.folder)


def test_a_question_that_stands_on_a_reference_is_independent(
    small: Assignment,
) -> None:
    assignment = add_third(small)
    assert users(assignment, first(assignment)) == {"q03_quadruple"}
    found = independence(assignment, first(assignment))
    assert found.problems == []
    assert found.counts == {"wrong": 2, "pairs": 2}


def test_a_question_that_punishes_for_another_is_named(small: Assignment) -> None:
    assignment = add_third(small, "double=lambda x: x + x", "other=3")
    problems = independence(assignment, first(assignment)).problems
    assert any(
        "test_quadruples_three fails when only q01_double is wrong (the untouched cell)"
        in each
        for each in problems
    )


def test_a_question_may_say_on_which_one_it_stands(small: Assignment) -> None:
    assignment = add_third(small, "double=lambda x: x + x", "other=3")
    path = assignment.questions[-1].folder / "stands_on.toml"
    path.write_text('q01_double = "because."', encoding="utf-8")
    found = independence(assignment, first(assignment))
    assert (found.problems, found.notes) == ([], ["q03_quadruple: because."])
    for text, said in (("q01", "not TOML"), ('q01_double = ""', "reasons")):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(HomeworkError, match=said):
            independence(assignment, first(assignment))


# --- answers and messages -------------------------------------------------------


def test_the_messages_are_kept_beside_the_answers(
    repository: Repository, small: Assignment
) -> None:
    (problem,) = bank(small, first(small)).problems
    assert "messages.txt: is not what students read now" in problem
    (written,) = proving.write_messages([small])
    assert written == repository.root / WRITTEN
    assert "rejected/takes_absolute_values" in written.read_text(encoding="utf-8")
    assert "both signs count" in written.read_text(encoding="utf-8")
    assert bank(small, first(small)).problems == []
    assert proving.write_messages([small]) == []


def test_a_changed_message_is_noticed_and_changed_digits_are_not(
    small: Assignment,
) -> None:
    (written,) = proving.write_messages([small])
    text = written.read_text(encoding="utf-8")
    digits = banks.NUMBER.sub("7", text)
    assert digits != text
    written.write_text(digits, encoding="utf-8")
    assert bank(small, first(small)).problems == []
    replace(written, "both signs count.", "both signs count, always.")
    assert len(bank(small, first(small)).problems) == 1


def test_a_message_that_shows_an_array_is_a_problem(small: Assignment) -> None:
    replace(
        small.folder / TESTS,
        'assert_close(double(x), x + x, name="double(x)", hint="both signs count.")',
        'assert (double(x) == x + x).all(), f"both signs of {x}"',
    )
    proving.write_messages([small])
    (problem,) = bank(small, first(small)).problems
    assert "shows a whole array" in problem


@pytest.mark.parametrize(
    ("line", "hints"),
    [("HINT = 'both signs'", (1, 1)), ("", (1, 0)), ("MISCONCEPTION = False", (0, 0))],
)
def test_misconceptions_are_counted_with_their_hints(
    small: Assignment, line: str, hints: tuple[int, int]
) -> None:
    path = first(small).folder / "rejected" / "takes_absolute_values.py"
    replace(path, 'HINT = "both signs"', line)
    counts = bank(small, first(small)).counts
    assert (counts["misconceptions"], counts["hints"]) == hints


# --- records --------------------------------------------------------------------


def keys(tasks: list[Task]) -> set[str]:
    """Return the names of tasks."""
    return {task.key for task in tasks}


def full_record(assignment: Assignment) -> Record:
    """Pretend that everything was proven just now."""
    good = {"made": 10, "killed": 10, "misconceptions": 2, "hints": 2}
    return {
        task.key: Entry(digest, 1.0, Findings(counts=dict.fromkeys(good, 0) | good))
        for task, digest in fingerprints(assignment).items()
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("q01_double/question.py", "so that $y = 2x$", "so that y is 2x", set()),
        (
            "q01_double/rejected/takes_absolute_values.py",
            "2 * abs(x)",
            "abs(2 * x)",
            {"bank", "independence", "pairs"},
        ),
        (
            "q01_double/accepted/adds.py",
            "x + x",
            "x - -x",
            {"bank", "independence", "pairs", "seeds:accepted/adds"},
        ),
        (
            TESTS,
            "normal(size=5)",
            "normal(size=6)",
            {
                "bank",
                "independence",
                "mutation",
                "pairs",
                "seeds:solution",
                "seeds:accepted/adds",
            },
        ),
    ],
)
def test_a_change_makes_stale_what_rests_on_it(
    small: Assignment, file: str, old: str, new: str, expected: set[str]
) -> None:
    record = full_record(small)
    assert stale(fingerprints(small), record) == []
    replace(small.folder / file, old, new)
    assert keys(stale(fingerprints(small), record)) == {
        f"q01_double:{part}" for part in expected
    }


def test_a_shared_check_makes_the_questions_stale_that_import_it(
    repository: Repository, small: Assignment
) -> None:
    checks = repository.assignments_folder / "checks"
    checks.unlink()
    shutil.copytree(ROOT / "assignments" / "checks", checks)
    record = full_record(small)
    (checks / "walks.py").write_text("", encoding="utf-8")  # nobody imports it
    assert stale(fingerprints(small), record) == []
    with (checks / "closeness.py").open("a", encoding="utf-8") as stream:
        stream.write("\n# another line\n")
    assert len(stale(fingerprints(small), record)) == len(record)


def test_a_record_survives_its_file(tmp_path: Path, small: Assignment) -> None:
    record = full_record(small)
    assert write_record(tmp_path / "small.json", record)
    assert read_record(tmp_path / "small.json") == record
    assert not write_record(tmp_path / "small.json", record)


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": {"digest": "b"}}'])
def test_a_spoilt_record_proves_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "spoilt.json").write_text(text, encoding="utf-8")
    assert read_record(tmp_path / "spoilt.json") == {}
    assert read_record(tmp_path / "missing.json") == {}


# --- judgement ------------------------------------------------------------------


def with_counts(record: Record, part: str, **counts: int) -> Record:
    """Put other numbers into one part."""
    key = f"q01_double:{part}"
    entry = record[key]
    findings = Findings(counts=entry.findings.counts | counts)
    return record | {key: changed(entry, findings=findings)}


@pytest.mark.parametrize(
    ("part", "counts", "said"),
    [
        ("mutation", {"made": 100, "killed": 40, "equivalent": 0}, "less than 98%"),
        ("mutation", {"made": 100, "killed": 40, "equivalent": 0}, "less than 95%"),
        ("mutation", {"made": 100, "killed": 80, "equivalent": 20}, "more than 10%"),
        ("bank", {"misconceptions": 100, "hints": 3}, "less than 90%"),
    ],
)
def test_thin_proofs_fall_short(
    small: Assignment, part: str, counts: dict[str, int], said: str
) -> None:
    record = full_record(small)
    assert list(shortcomings(small, record)) == []
    thin = with_counts(record, part, **counts)
    assert any(said in each for each in shortcomings(small, thin))


def test_a_problem_of_any_other_part_falls_short(small: Assignment) -> None:
    record = full_record(small)
    entry = record["q01_double:seeds:solution"]
    lost = changed(entry, findings=Findings(problems=["a point was lost."]))
    found = shortcomings(small, record | {"q01_double:seeds:solution": lost})
    assert list(found) == ["a point was lost."]


def test_a_release_wants_a_fresh_and_good_proof(
    repository: Repository, small: Assignment
) -> None:
    path = record_path(repository, small)
    with pytest.raises(HomeworkError, match=r"small.json.*homework prove small"):
        refuse_unproven(repository, small)
    write_record(path, full_record(small))
    refuse_unproven(repository, small)
    write_record(path, with_counts(full_record(small), "mutation", killed=1))
    with pytest.raises(HomeworkError, match="falls short"):
        refuse_unproven(repository, small)
    write_record(path, full_record(small))
    replace(small.folder / TESTS, "normal(size=5)", "normal(size=6)")
    with pytest.raises(HomeworkError, match="is older than q01_double"):
        refuse_unproven(repository, small)


def test_a_draft_is_proven_when_it_is_one_no_more(
    repository: Repository, small: Assignment
) -> None:
    path = record_path(repository, small)
    source = first(small).source
    replace(source, "# rows:", "# draft: true\n# rows:")
    (proof,) = proving.prove(repository, [small])
    assert (proof.renewed, proof.shortcomings) == (0, [])
    assert proven_answers(repository, [small]) == set()
    refuse_unproven(repository, small)
    replace(source, "# draft: true\n", "")
    with pytest.raises(HomeworkError, match="is older than q01_double"):
        refuse_unproven(repository, small)
    write_record(path, full_record(small))
    refuse_unproven(repository, small)


def test_a_check_knows_whose_answers_are_proven(
    repository: Repository, small: Assignment
) -> None:
    path, record = record_path(repository, small), full_record(small)
    assert proven_answers(repository, [small]) == set()
    write_record(path, record)
    assert proven_answers(repository, [small]) == {first(small)}
    entry = record["q01_double:bank"]
    wrong = changed(entry, findings=Findings(problems=["an answer passes."]))
    write_record(path, record | {"q01_double:bank": wrong})
    assert proven_answers(repository, [small]) == set()
    write_record(path, record)
    replace(small.folder / "q01_double/accepted/adds.py", "x + x", "x + 1.0 * x")
    assert proven_answers(repository, [small]) == set()
    (small.folder / "intro.py").write_bytes(b"\xff")
    assert proven_answers(repository, [small]) == set()


def test_the_page_shows_numbers_reasons_and_survivors(small: Assignment) -> None:
    record = full_record(small)
    entry = record["q01_double:mutation"]
    told = Findings(entry.findings.counts, ["a mutant lives."], ["`a` → `b`: because."])
    record["q01_double:mutation"] = changed(entry, findings=told)
    notes: dict[str, Note] = {"numpy 9.9": {"runs": 1234, "lost": []}}
    text = page([(small, record)], notes)
    assert "| numpy 9.9 | 1,234 |  | 0 |" in text
    assert "q01_double: `a` → `b`: because." in text
    assert "q01_double: a mutant lives." in text
    assert "| q01_double |" in text


# --- the command ----------------------------------------------------------------


def test_the_command_proves_once_and_then_only_what_changed(
    repository: Repository, small: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.root)
    thin = CliRunner().invoke(main, ["prove"])
    assert thin.exit_code == 1
    assert "messages.txt: is not what students read now" in thin.output
    done = CliRunner().invoke(main, ["prove", "small", "--messages"])
    assert (done.exit_code, f"wrote {WRITTEN}" in done.output) == (0, True)
    assert "small: proven (1 of 6 parts proven anew)" in done.output
    assert "q01_double" in (repository.root / "docs" / "quality.md").read_text()
    again = CliRunner().invoke(main, ["prove"])
    assert "small: proven (0 of 6 parts proven anew)" in again.output
    refuse_unproven(repository, small)
    assert str(repository.root) not in record_path(repository, small).read_text()


def test_the_command_prints_the_mutants_that_live(
    repository: Repository, small: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    weaken(small)
    monkeypatch.chdir(repository.root)
    thin = CliRunner().invoke(main, ["prove"])
    assert thin.exit_code == 1
    assert "mutants are killed, less than" in thin.output
    survivors = [
        line for line in thin.output.splitlines() if "no test notices `" in line
    ]
    assert survivors
    for line in survivors:
        assert line.startswith("assignments/small/q01_double/question.py: ")
        assert "Sharpen a test, or say in equivalent.toml why" in line


def test_other_versions_are_noted(
    repository: Repository, small: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.root)
    assert CliRunner().invoke(main, ["prove", "--elsewhere"]).exit_code == 0
    note = read_notes(repository.root / NOTES)[versions()]
    assert note == {"runs": 2 * (sum(SEEDS.values()) + len(SEEDS)), "lost": []}
    assert versions() in (repository.root / "docs" / "quality.md").read_text()
    replace(small.folder / "q01_double/accepted/adds.py", "x + x", "x + 1.0")
    lost = CliRunner().invoke(main, ["prove", "--elsewhere"])
    assert lost.exit_code == 1
    assert "accepted/adds: test_doubles_three fails a right answer" in lost.output


def test_a_part_that_does_not_end_falls_short(small: Assignment) -> None:
    task = Task(small, first(small), "bank")
    entry = proving._entry(task, "digest", Stopped("took longer than 9 s", "a step"))
    assert entry.findings.problems == [
        "assignments/small/q01_double: the part q01_double:bank took longer than 9 s."
    ]


# --- this repository ------------------------------------------------------------


def hidden_tests() -> list[tuple[Question, str]]:
    """List every hidden test of every assignment."""
    return [
        (question, case.name)
        for assignment in Repository(ROOT).assignments()
        for question in assignment.finished.questions
        for case in read_cases(question.tests)
        if case.hidden
    ]


@pytest.mark.slow
def test_no_hidden_test_can_be_removed_unnoticed(tmp_path: Path) -> None:
    removed = hidden_tests()
    assert len(removed) > 100
    for number, (question, name) in enumerate(removed):
        scratch = tmp_path / str(number) / question.folder.parent.name
        shutil.copytree(question.folder, scratch / question.name)
        copy = Question(scratch / question.name)
        tree = ast.parse(copy.tests.read_text(encoding="utf-8"))
        tree.body = [n for n in tree.body if getattr(n, "name", "") != name]
        copy.tests.write_text(ast.unparse(tree), encoding="utf-8")
        said = [str(each) for law in LAWS_OF_TEST_FILES for each in hold(law, copy)]
        orphans = [a.name for a in answers(question, "rejected") if a.caught_by == name]
        assert orphans
        for orphan in orphans:
            assert any(
                orphan in each and f"a test that catches it ({name})" in each
                for each in said
            )


@pytest.mark.parametrize(
    "assignment", Repository(ROOT).assignments(), ids=lambda each: each.name
)
def test_every_assignment_is_proven_as_it_is(assignment: Assignment) -> None:
    refuse_unproven(Repository(ROOT), assignment)
