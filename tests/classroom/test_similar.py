"""`homework similar`: a planted copy is found, what everybody has is not."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

if sys.platform != "linux":
    pytest.skip("the engine forks", allow_module_level=True)

from homework.classroom.similar import Code, page, pairs
from homework.cli import main as command
from tests.classroom.browsers import assert_reads_well, with_browser
from tests.classroom.test_regrade import OLD, notebook, release
from tests.grading_toys import cells

OWN = """
def double(x):
    total = 0
    for number, part in enumerate([x, x, 0.0]):
        if number % 2 == 0 and part is not None:
            total = total + part * (1.0 if number < 1 else 0.0)
        else:
            total = total - (-part)
    return total
"""
# The same with other names, comments and spaces.
COPY = (
    OWN.replace("total", "summe")
    .replace("number", "i")
    .replace("part", "p")
    .replace("    summe = 0\n", "    # add up\n    summe  =  0\n")
)
OTHER = """
def double(x):
    import operator, functools
    pieces = [x for _ in "ab"]
    return functools.reduce(operator.add, pieces, type(x)(0) if x else x * 0)
"""


def code(entry: str, text: str, person: str = "") -> Code:
    return Code(entry, (person,) if person else (), "q1_double", text)


def test_a_renamed_copy_is_a_pair_and_others_are_none() -> None:
    found = pairs([code("a", OWN), code("b", OTHER), code("c", COPY)], [])
    (pair,) = found
    assert [each.entry for each in pair.codes] == ["a", "c"]
    assert min(pair.shares) > 0.9
    text = page("toy", found, 3)
    assert "This is no verdict" in text
    assert "<mark>def double(x):" in text  # and not a character beside it
    assert "# add up" in text


def test_what_is_known_or_common_is_subtracted() -> None:
    assert pairs([code("a", OWN), code("b", COPY)], [OWN]) == []
    everybody = [code(f"s{number}", OWN) for number in range(6)]
    assert pairs(everybody, []) == []
    assert len(pairs(everybody[:3], [])) == 3


def test_one_persons_attempts_are_no_pair() -> None:
    assert pairs([code("a", OWN, "Ada"), code("b", OWN, "Ada")], []) == []
    assert len(pairs([code("a", OWN, "Ada"), code("b", OWN, "Bo")], [])) == 1


def test_code_is_text_on_the_page() -> None:
    evil = OWN + '\nx = "</pre><script>alert(1)</script>"\n'
    text = page("toy", pairs([code("a", evil), code("<b>", evil)], []), 2)
    assert "<script" not in text
    assert "&lt;script" in text
    assert "&lt;b&gt;" in text


@pytest.mark.slow
@with_browser
def test_it_reads_well_on_every_screen(tmp_path: Path) -> None:
    long = OWN.replace("double", "double_" + "x" * 120)
    codes = [code("a" * 200, OWN), code("b", COPY), code("c", long), code("d", long)]
    path = tmp_path / "similar.html"
    for found in (pairs(codes, []), []):
        path.write_text(page("toy", found, 4), encoding="utf-8")
        assert_reads_well(path)


@given(st.lists(st.text(max_size=200), max_size=4))
def test_whatever_students_write_is_compared_and_shown(texts: list[str]) -> None:
    codes = [code(f"s{place}", text + OWN) for place, text in enumerate(texts)]
    found = pairs(codes, [])
    assert {pair.codes[0].question for pair in found} <= {"q1_double"}
    assert "</html>" in page("toy", found, len(codes))


def call(*words: object) -> Result:
    return CliRunner().invoke(command, list(map(str, words)))


def test_a_class_is_looked_through(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    folder.mkdir()
    check = 'grader.check("q1_double")'
    for name, text in (("ada", OWN), ("bo", COPY), ("cy", OTHER)):
        (folder / f"{name}.ipynb").write_bytes(cells("import math", text, check))
    given = notebook({"q1_double": "untouched", "q2_half": "untouched"})
    (folder / "di.ipynb").write_bytes(given)
    (folder / "ed.ipynb").write_bytes(b"{")
    zipped = release(tmp_path / "0", OLD)
    call("grade", folder, "-a", zipped, "-o", out, "--level", "limits")
    done = call("similar", out, "-a", zipped)
    assert done.exit_code == 0, done.output
    assert (
        "similar.html: 1 pair to look at. This is no verdict. Submissions: 5 found, "
        in (done.output)
    )
    assert "3 with code of their own compared." in done.output
    text = (out / "similar.html").read_text(encoding="utf-8")
    assert "q1_double: ada and bo" in text
    assert "1 pair in 5 submissions" in text
    (tmp_path / "other").mkdir()
    shutil.copy(folder / "ada.ipynb", tmp_path / "other" / "zoe.ipynb")
    done = call("similar", out, tmp_path / "other", "-a", zipped)
    assert done.exit_code == 2
    assert "holds no submission of" in " ".join(done.output.split())


def test_without_the_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    folder.mkdir()
    (folder / "ada.ipynb").write_bytes(notebook({"q1_double": "right"}))
    zipped = release(tmp_path / "0", OLD)
    call("grade", folder, "-a", zipped, "-o", out, "--level", "limits")
    monkeypatch.setitem(sys.modules, "copydetect", None)
    done = call("similar", out, "-a", zipped)
    assert done.exit_code == 2
    assert "pip install 'homework[similar]'" in " ".join(done.output.split())
