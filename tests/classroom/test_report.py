"""The page for staff: its numbers, and that students' texts stay text."""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.classroom.ledger import Key, Ledger
from homework.classroom.report import Class, correlation, page, write_report
from homework.cli import main
from homework.questions.layout import Repository
from homework.release.simulate import simulate
from tests.classroom.browsers import (
    WIDTHS,
    assert_accessible,
    assert_reads_well,
    opened,
    with_browser,
)
from tests.samples import ROOT

MEAN = "Hint: the path through the mean is missing."
ATTACK = "</script><script>alert(1)</script>"


def record(first: bool, second: bool, message: str = f"off by 0.25. {MEAN}") -> Any:
    """Describe a submission to two tests of two questions."""
    questions = {}
    for name, passed in (("q1", first), ("q2", second)):
        test = {"name": f"test_{name}", "points": 4.0, "hidden": name == "q2"}
        test |= {"passed": passed, "message": "" if passed else message}
        test |= {"sentence": "It should hold.", "seconds": 0.5}
        score = 4.0 * passed
        questions[name] = {"score": score, "possible": 4.0, "tests": [test]}
    total = 4.0 * (first + second)
    return {
        "status": "graded",
        "score": total,
        "possible": 8.0,
        "questions": questions,
        "errors": [],
    }


def entry(name: str, **more: Any) -> dict[str, Any]:
    """Describe who handed something in."""
    person = {"name": name, "sid": "", "email": f"{name}@example.edu", "number": ""}
    made = {"people": [person], "status": "graded", "remarks": [], "instead": {}}
    return {**made, **more}


def rows(text: str, table: str) -> list[list[str]]:
    """Read a table of the page."""
    (body,) = re.findall(rf'<table id="{table}">.*?<tbody>(.*?)</tbody>', text, re.S)
    return [
        [
            re.sub(r"<[^>]+>", " ", cell.replace("<wbr>", "")).strip()
            for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.S)
    ]


@pytest.fixture
def text() -> str:
    """Render the page of a small class."""
    known = Class()
    known.take("ana", "toy", record(True, True))
    known.take("bo", "toy", record(False, False))
    known.take("cy", "toy", record(False, True, f"off by 7.5. {MEAN}"))
    known.take("di", "toy", record(True, True, ATTACK))
    known.take("ed", "toy", record(True, False, f"{ATTACK} Hint: {ATTACK}"))
    entries = {name: entry(name) for name in ("ana", "bo", "cy", "di", "ed")}
    entries["fay"] = entry("fay", status="unreadable: the file is empty")
    entries["ana"]["remarks"] = [ATTACK]
    return page("toy", entries, known)


def test_misconceptions_come_in_order_with_who_has_them(text: str) -> None:
    first, second, *_ = rows(text, "ideas")
    assert first[:3] == ["2", "q1", "the path through the mean is missing."]
    assert "bo, cy" in first[3]
    assert "bo@example.edu, cy@example.edu" in first[4]
    assert second[0] == "1"


def test_items_have_their_share_and_discrimination(text: str) -> None:
    tests = rows(text, "tests")
    assert [row[1:5] for row in tests] == [
        ["test_q1", "public", "4", "60"],
        ["test_q2", "hidden", "4", "60"],
    ]
    expected = correlation([1, 0, 0, 1, 1], [4, 0, 4, 4, 0])
    assert expected is not None
    assert float(tests[0][5]) == pytest.approx(expected, abs=0.005)
    assert rows(text, "questions") == [
        ["q1", "4", "60", "60"],
        ["q2", "4", "60", "60"],
    ]
    assert correlation([1, 1], [1, 2]) is None
    assert correlation([0, 1, 2], [1, 3, 5]) == pytest.approx(1)
    assert "6 entries, 5 with a score. Mean 4.8, median 4 points." in text


def test_failures_that_differ_in_numbers_only_are_one(text: str) -> None:
    alike = [row for row in rows(text, "failures") if row[1] == "q1"]
    assert alike == [["2", "q1", "test_q1", *alike[0][3:]]]
    assert alike[0][3].startswith("off by #.")


def test_who_needs_a_person_is_listed_and_texts_stay_texts(text: str) -> None:
    needing = {row[0]: row for row in rows(text, "people")}
    assert set(needing) == {"ana", "fay"}
    assert needing["fay"][2] == "unreadable: the file is empty"
    assert text.count("<script>") == 1
    assert "http" not in text.replace("http-equiv", "")


def test_the_last_published_run_is_reported(tmp_path: Path) -> None:
    with Ledger(tmp_path, "toy") as ledger:
        with pytest.raises(HomeworkError, match="holds no published scores"):
            write_report(ledger, tmp_path / "report.html")
        run = ledger.begin([])
        number = ledger.add(run, Key("toy", "d", "r", 1, "l"), record(True, False))
        ledger.publish(run, [("ana", entry("ana"))], [("ana", "toy", number)])
        write_report(ledger, tmp_path / "report.html")
    assert "1 with a score" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.slow
@with_browser
@pytest.mark.parametrize("width", WIDTHS)
def test_a_browser_sorts_and_filters_it(tmp_path: Path, text: str, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_text(text, encoding="utf-8")
    with opened(path, width) as shown:

        def column(number: int) -> list[str]:
            cells = f"#ideas tbody tr:not([hidden]) td:nth-child({number})"
            return list(shown.locator(cells).all_inner_texts())

        assert column(1) == ["2", "1", "1"]
        head = shown.locator("#ideas thead th").first
        head.get_by_role("button", name="Submissions").click()
        assert column(1) == ["1", "1", "2"]
        assert head.get_attribute("aria-sort") == "ascending"
        head.get_by_role("button", name="Submissions").click()
        assert column(1) == ["2", "1", "1"]
        shown.locator("input[data-filters=ideas]").fill("BO@EXAMPLE")
        assert len(column(1)) == 2  # bo is in two rows
        for control in shown.locator("button, input, [tabindex]").all():
            name = control.evaluate(
                "e => e.ariaLabel || e.innerText || e.labels?.[0]?.innerText"
            )
            assert name
        assert_accessible(shown)


@pytest.mark.slow
@with_browser
def test_it_reads_well_on_every_screen(tmp_path: Path, text: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(text, encoding="utf-8")
    assert_reads_well(path)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the engine forks")
@with_browser
def test_planted_misconceptions_are_read_in_order(tmp_path: Path) -> None:
    repository = Repository(ROOT)
    (filters,) = repository.assignments(("hand_design_filters",))
    made, out = tmp_path / "class", tmp_path / "grades"
    how: Any = {"count": 40, "seed": 1, "shape": "gradescope", "planted": 5}
    simulate(repository, filters, made, **how)
    with (made / "misconceptions.csv").open(encoding="utf-8", newline="") as file:
        planted = [list(row.values()) for row in csv.DictReader(file)]
    for words in (
        ["grade", made / "class.zip", "-a", filters.name, "-o", out],
        ["report", out],
    ):
        done = CliRunner().invoke(main, list(map(str, words)))
        assert done.exit_code == 0, done.output
    for width in WIDTHS:
        with opened(out / "report.html", width) as shown:
            read = [
                row.locator("td").all_inner_texts()[:3]
                for row in shown.locator("#ideas tbody tr").all()
            ]
            assert [[row[1], row[2], row[0]] for row in read] == planted
            assert len(planted) == 5
            assert_accessible(shown)
