"""A test means the same to Otter as it does in `tests.py`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from otter.assign.assignment import Assignment as OtterAssignment
from otter.assign.question_config import QuestionConfig
from otter.assign.tests_manager import AssignmentTestsManager
from otter.test_files.exception_test import ExceptionTestFile

from homework.base.errors import HomeworkError
from homework.law.tests import LAWS_OF_TESTS
from homework.questions.answers import (
    answers,
    code_cells,
    run_cases,
    run_cells,
    stub_source,
)
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment, Question
from tests.samples import small_assignment


def otter_test_file(path: Path) -> Any:
    """Take the tests of a file through Otter's own reader and writer."""
    assignment = OtterAssignment({"tests": {"ok_format": False}})
    manager = AssignmentTestsManager(assignment)
    question = QuestionConfig({"name": "q01"})
    manager.add_question(question)
    for case in read_cases(path):
        cell = nbformat.v4.new_code_cell(case.cell_source())
        manager.read_test(cell, question)
    text = manager._format_test(**manager._create_test_file_info("q01"))
    return ExceptionTestFile.from_string(text)


def write_tests(folder: Path, functions: str) -> Path:
    path = folder / "tests.py"
    head = (
        '"""Tests."""\n\n'
        "import math\n"
        "import os.path as paths\n"
        "from checks import Function, Notebook, assert_close, hidden, public\n\n\n"
    )
    path.write_text(head + functions, encoding="utf-8")
    return path


@pytest.fixture
def small(tmp_path: Path) -> Assignment:
    """Return the small assignment."""
    return small_assignment(tmp_path)


def _sources(question: Question) -> dict[str, str]:
    found = answers(question, "accepted") + answers(question, "rejected")
    return {
        "stub": stub_source(question),
        "nothing": "",
        "raises": "def double(x):\n    raise SystemExit(1)",
        "not_a_function": "double = 2",
        "returns_nothing": "def double(x):\n    pass",
        **{answer.name: answer.source for answer in found},
    }


def test_otter_gives_the_verdicts_of_the_harness(
    small: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOMEWORK_SEED", "7")
    question = small.questions[0]
    file = otter_test_file(question.tests)
    for name, source in _sources(question).items():
        cells = code_cells(small, {question.name: source}, upto=question)
        names = run_cells(cells)
        expected = run_cases(question, names)
        file.run(names)
        for (test, message), seen in zip(
            expected.items(), file.test_case_results, strict=True
        ):
            assert seen.passed == (message is None), (name, test)
            assert message is None or message in seen.message, (name, test)


def test_otter_knows_points_visibility_and_message(small: Assignment) -> None:
    first, second = otter_test_file(small.questions[0].tests).test_cases
    assert (first.points, first.hidden) == (1, False)
    assert (second.points, second.hidden) == (2.5, True)
    assert first.failure_message == "double should make 6 of 3."


sentences = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters='"\\')
    | st.just(" "),
    max_size=40,
)


@given(sentences, sentences)
def test_every_lawful_docstring_reaches_the_student_unchanged(
    subject: str, claim: str
) -> None:
    message = f"f {subject} should be {claim} here."
    with tempfile.TemporaryDirectory() as name:
        path = write_tests(
            Path(name),
            "@public(points=1)\ndef test_a(f: Function) -> None:\n"
            f'    """{message}"""\n    assert_close(f(1), 1, name="f(1)")\n',
        )
        (case,) = read_cases(path)
        assume(not any(list(law(case)) for law in LAWS_OF_TESTS))
        (found,) = otter_test_file(path).test_cases
    assert found.failure_message == message


@pytest.mark.parametrize(
    "message",
    [
        "f{x} should keep {{ braces }} and {% tags %}.",
        "f: g should stay # here.",
        "- f should not become a list.",
        "'f' should keep its quotes.",
        "% f should keep $\u03b1$, \u201cquotes\u201d and \U0001f600.",
    ],
)
def test_yaml_and_templates_leave_a_docstring_alone(
    tmp_path: Path, message: str
) -> None:
    path = write_tests(
        tmp_path,
        f'@public(points=1)\ndef test_a(f: Function) -> None:\n    """{message}"""\n'
        "    assert f\n",
    )
    (found,) = otter_test_file(path).test_cases
    assert found.failure_message == message


def test_a_message_stays_readable_in_the_master(tmp_path: Path) -> None:
    message = "größe should " + "be very " * 20 + "large."
    path = write_tests(
        tmp_path,
        f'@public(points=1)\ndef test_a(f: Function) -> None:\n    """{message}"""\n'
        "    assert f\n",
    )
    (case,) = read_cases(path)
    assert f"failure_message: {message}" in case.cell_source().splitlines()


def test_no_comment_can_hide_a_public_test(tmp_path: Path) -> None:
    """Otter takes a cell whose first line is `# ... hidden ...` for a hidden test."""
    path = write_tests(
        tmp_path,
        "# hidden units are wide\n@public(points=1)\n# hidden\n"
        "def test_a(f: Function) -> None:\n    # hidden layers\n"
        '    """f should run."""\n    # hidden\n    assert f\n',
    )
    (case,) = read_cases(path)
    assert case.cell_source().startswith('""" # BEGIN TEST CONFIG\n')
    (found,) = otter_test_file(path).test_cases
    assert found.hidden is False


def test_a_test_takes_the_imports_that_it_uses(tmp_path: Path) -> None:
    path = write_tests(
        tmp_path,
        "@public(points=1)\n"
        "def test_a(f: Function, env: Notebook, n: object) -> None:\n"
        '    """f should run."""\n'
        "    assert_close(f(n), math.pi, name=paths.sep)\n",
    )
    (case,) = read_cases(path)
    assert case.function_source().splitlines() == [
        "def test_a(f, env, n):",
        "    import math",
        "    import os.path as paths",
        "    from checks import Function, Notebook, assert_close",
        "    f = Function('f', f)",
        "    env = Notebook('env', env)",
        "    assert_close(f(n), math.pi, name=paths.sep)",
    ]


def test_the_environment_and_missing_names_arrive_as_in_otter(tmp_path: Path) -> None:
    path = write_tests(
        tmp_path,
        "@public(points=1)\ndef test_env(env: Notebook) -> None:\n"
        '    """env should hold x."""\n    assert env.names["x"] == 5\n\n\n'
        "@public(points=1)\ndef test_missing(y: object) -> None:\n"
        '    """y should be nothing."""\n    assert y is None\n\n\n'
        "@public(points=1)\ndef test_unwritten(f: Function) -> None:\n"
        '    """f should be written."""\n    f(1)\n',
    )
    file = otter_test_file(path)
    file.run({"x": 5})
    assert [result.passed for result in file.test_case_results] == [True, True, False]
    assert "f is not defined" in file.test_case_results[2].message


@pytest.mark.parametrize(
    ("label", "problem"),
    [
        ("", "neither @public nor @hidden"),
        ("@public\n", "neither @public nor @hidden"),
        ("@public(points='1')\n", "does not say its points"),
        ("@hidden(points=True)\n", "does not say its points"),
        ("@hidden()\n", "does not say its points"),
    ],
)
def test_a_label_without_points_is_refused(
    tmp_path: Path, label: str, problem: str
) -> None:
    path = write_tests(
        tmp_path, f'{label}def test_a(f: Function) -> None:\n    """f should run."""\n'
    )
    (case,) = read_cases(path)
    with pytest.raises(HomeworkError, match=rf"tests\.py:\d+: .*{problem}"):
        case.cell_source()


def test_a_file_that_is_not_python_is_named_with_its_line(tmp_path: Path) -> None:
    path = write_tests(tmp_path, "def test_a(:\n    pass\n")
    with pytest.raises(HomeworkError, match=r"tests\.py:8: is not Python"):
        read_cases(path)


def test_no_file_means_no_tests(tmp_path: Path) -> None:
    assert read_cases(tmp_path / "tests.py") == []
