"""Pages for students: what they may see now, and nothing that a browser would run."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from homework.base.errors import HomeworkError
from homework.classroom.feedback import page, write_pages
from homework.classroom.ledger import Key, Ledger
from tests.classroom.browsers import assert_reads_well, with_browser

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def row_of(name: str, *, hidden: bool, passed: bool, message: str = "") -> Any:
    """Describe a test as a record does."""
    return {
        "name": name,
        "points": 2.0,
        "hidden": hidden,
        "passed": passed,
        "sentence": f"{name} should hold.",
        "message": message,
    }


def record(**more: Any) -> dict[str, Any]:
    """Describe a graded submission."""
    tests = [
        row_of("public_one", hidden=False, passed=True),
        row_of("public_two", hidden=False, passed=False, message=ATTACK),
        row_of("secret", hidden=True, passed=False, message="the hidden case"),
    ]
    questions = {"q1": {"score": 2.0, "possible": 6.0, "tests": tests}}
    made = {"status": "graded", "score": 2.0, "possible": 6.0, "questions": questions}
    return {**made, "errors": [], "remarks": [ATTACK], **more}


ENTRY = {"people": [{"name": f"Ada {ATTACK}"}, {"name": "Bo"}]}


class Tags(HTMLParser):
    """Collects the tags of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def test_hidden_tests_wait_until_they_are_published() -> None:
    before = Tags(page("a", ENTRY, [("toy", record())], published=False)).text
    assert "public_two should hold." in before
    assert "secret" not in before
    assert "the hidden case" not in before
    assert "Public tests: 2 of 4 points." in before
    assert "Hidden tests: 2 more points." in before
    after = Tags(page("a", ENTRY, [("toy", record())], published=True)).text
    assert "secret should hold." in after
    assert "the hidden case" in after
    assert "2 of 6 points." in after


def test_what_students_write_is_text() -> None:
    seen = Tags(page(ATTACK, ENTRY, [(ATTACK, record())], published=True))
    assert not seen.tags & {"script", "img", "link", "iframe", "a"}
    assert not {name for name in seen.attributes if name.startswith("on")}
    assert not seen.attributes & {"src", "href"}
    assert ATTACK in seen.text


@pytest.mark.slow
@with_browser
def test_it_reads_well_on_every_screen(tmp_path: Path) -> None:
    parts = [("toy", record()), ("q" + "x" * 100, record())]
    path = tmp_path / "ana.html"
    path.write_text(page("a", ENTRY, parts, published=True), encoding="utf-8")
    assert_reads_well(path)


def test_everybody_has_a_page(tmp_path: Path) -> None:
    with Ledger(tmp_path, "toy") as ledger:
        with pytest.raises(HomeworkError, match="holds no published scores"):
            write_pages(ledger, tmp_path, published=False)
        run = ledger.begin([])
        broken = record(status="unreadable: the file is empty", score=None)
        numbers = [
            ledger.add(run, Key("toy", name, "r", 1, "l"), each)
            for name, each in (("a", record()), ("b.c", broken))
        ]
        about: dict[str, Any] = {"people": []}
        names = ("a", "b.c", "missing")
        outcomes = [("a", "toy", numbers[0]), ("b.c", "toy", numbers[1])]
        ledger.publish(run, [(name, about) for name in names], outcomes)
        made = write_pages(ledger, tmp_path / "feedback", published=False)
    assert [path.name for path in made] == ["a.html", "b.c.html"]
    text = made[1].read_text(encoding="utf-8")
    assert "could not be graded: unreadable: the file is empty." in text


def test_only_pages_of_the_present_stay_and_what_is_not_ours(tmp_path: Path) -> None:
    folder = tmp_path / "feedback"
    about: dict[str, Any] = {"people": []}
    with Ledger(tmp_path, "toy") as ledger:
        for names in (("ana", "bo"), ("ana", "cy")):
            run = ledger.begin([])
            made = [
                (name, "toy", ledger.add(run, Key("toy", name, "r", 1, "l"), record()))
                for name in names
            ]
            ledger.publish(run, [(name, about) for name in names], made)
            write_pages(ledger, folder, published=False)
            (folder / "notes.html").write_text("mine", encoding="utf-8")
    there = {path.name for path in folder.iterdir()}
    assert there == {"ana.html", "cy.html", "notes.html"}
