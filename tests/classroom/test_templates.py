"""What people wrote is data on every page, and in every table."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework.base.texts import FORMULA, cell
from homework.classroom.templates import template

HOSTILE = "\x1b]0;owned\x07\u202e\x9b\r<b>&amp; Zoë"
NAMES = ("EQUALS SIGN", "PLUS SIGN", "HYPHEN-MINUS", "COMMERCIAL AT")
PAGES = ("feedback.html", "report.html", "similar.html")


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_what_cannot_be_printed_or_is_markup(name: str) -> None:
    made = template(name).environment.from_string("<i title='{{ x }}'>{{ x }}</i>")
    shown = made.render(x=HOSTILE)
    assert shown.isprintable()
    assert "<b>" not in shown
    assert "&lt;b&gt;&amp;amp; Zoë" in shown
    assert shown.count("\\x1b") == 2


WIDE = "".join(map(unicodedata.lookup, (f"FULLWIDTH {name}" for name in NAMES)))


@given(st.text(alphabet=f"=+-@;{WIDE} ,\"'\t\r\na\x1b\u202f", max_size=9))
def test_no_piece_of_a_cell_begins_a_formula(text: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow([cell(text), "x"])
    pieces = [cell(text), *cell(text).split(";")]
    for piece in pieces:
        plain = unicodedata.normalize("NFKC", piece).lstrip()
        assert piece.isprintable()
        assert not plain.startswith(FORMULA)
    assert next(csv.reader(io.StringIO(stream.getvalue()))) == [cell(text), "x"]
