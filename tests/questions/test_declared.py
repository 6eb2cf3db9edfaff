"""What is declared gives a reason, and whoever forgets it hears so at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from homework.base.errors import HomeworkError
from homework.law.repository import complaints
from homework.questions.declared import equivalent, stands_on
from tests.samples import small_assignment

ENTRY = """[[mutant]]
before = "return 2 * x"
after = "return 3 * x"
reason = "nobody looks."
"""

WRONG = [
    ("equivalent.toml", "[[mutant", "is not TOML"),
    ("equivalent.toml", "mutant = 3", "holds more than mutants"),
    ("equivalent.toml", "mutants = []", "holds more than mutants"),
    ("equivalent.toml", ENTRY.replace("reason", "because"), "after, because, before"),
    ("equivalent.toml", ENTRY.replace("nobody looks.", " "), "all with text"),
    ("equivalent.toml", ENTRY.replace('"return 2 * x"', "3"), "all with text"),
    ("stands_on.toml", "q01 =", "is not TOML"),
    ("stands_on.toml", "q01 = 3", "does not give its reasons"),
]


def test_reasons_are_read(tmp_path: Path) -> None:
    question = small_assignment(tmp_path).questions[0]
    assert (equivalent(question), stands_on(question)) == ({}, {})
    (question.folder / "equivalent.toml").write_text(ENTRY)
    (question.folder / "stands_on.toml").write_text('q02_opinion = "it says so"')
    assert equivalent(question) == {("return 2 * x", "return 3 * x"): "nobody looks."}
    assert stands_on(question) == {"q02_opinion": "it says so"}


@pytest.mark.parametrize(("name", "text", "said"), WRONG)
def test_wrong_declarations_get_a_sentence_from_the_check(
    name: str, text: str, said: str, tmp_path: Path
) -> None:
    assignment = small_assignment(tmp_path)
    question = assignment.questions[0]
    (question.folder / name).write_text(text)
    with pytest.raises(HomeworkError, match=said):
        (equivalent if name == "equivalent.toml" else stands_on)(question)
    (complaint,) = complaints(assignment)
    assert complaint.where == str(question.folder / name)
