"""Cells survive as text, and text as cells."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework.base.errors import HomeworkError
from homework.questions.cells import (
    Cell,
    CellFile,
    parse_cells,
    read_cells,
    write_cells,
)

# What the editor of a notebook may hold; control characters and marks are apart.
printable = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\x85"
)
markdown_line = st.one_of(
    st.text(printable, max_size=30),
    st.sampled_from(
        ["", "# %%", "# %% [markdown]", "$$\\frac{1}{2} x_i^2$$", '"""', "```python"]
    ),
)
code_line = st.sampled_from(
    [
        "x = 1",
        "s = 'größe # %% é 😀'",
        "# cat pictures, a comment and no magic",
        "# what?",
        "%matplotlib inline",
        "!ls",
        "def f(x):\n    # ls\n\n    return x",
        "",
        's = """\n# no cell begins here\n"""',
        "@decorated\nclass A:\n    pass",
        "import numpy as np",
        "    # BEGIN SOLUTION",
    ]
)
tags = st.lists(
    st.sampled_from(["otter_ignore", "solution", "two words"]), unique=True
).map(lambda found: tuple(sorted(found, key="solution".__ne__)))


def _cells(kind: str, line: st.SearchStrategy[str]) -> st.SearchStrategy[Cell]:
    source = st.lists(line, max_size=5).map(lambda lines: "\n".join(lines).strip())
    return st.builds(Cell, st.just(kind), source, tags)


ordinary_cells = st.one_of(_cells("markdown", markdown_line), _cells("code", code_line))
ordinary_files = st.builds(
    CellFile,
    st.sampled_from(["", "# rows: K1, K2", "# manual: true\n# points: 4"]),
    st.lists(ordinary_cells, max_size=6).map(tuple),
)
any_files = st.builds(
    CellFile,
    st.just(""),
    st.lists(
        st.builds(Cell, st.sampled_from(["markdown", "code"]), st.text(), tags),
        max_size=4,
    ).map(tuple),
)


@given(ordinary_files)
def test_text_carries_every_ordinary_cell(file: CellFile) -> None:
    text = write_cells(file)
    assert parse_cells(text) == file
    assert write_cells(parse_cells(text)) == text


@given(any_files)
def test_text_carries_a_cell_or_refuses_it_by_name(file: CellFile) -> None:
    refused = None
    try:
        assert parse_cells(write_cells(file)) == file
    except ValueError as error:
        refused = error.args[0]
    assert refused is None or refused in file.cells


@pytest.mark.parametrize(
    "source",
    ["x = 1\n# %% a mark\ny = 2", "    x = 1", "s = '''open", "x = 'a\x0cb'", "#%%"],
    ids=["mark", "indented", "open_quotes", "control_character", "bare_mark"],
)
def test_code_that_text_cannot_carry_is_refused(source: str) -> None:
    cell = Cell("code", source)
    with pytest.raises(ValueError, match="Cell") as caught:
        write_cells(CellFile("", (cell, Cell("markdown", "don't"))))
    assert caught.value.args == (cell,)


@pytest.mark.parametrize("kind", ["code", "markdown"])
def test_a_cell_with_nul_is_refused(kind: str) -> None:
    cell = Cell(kind, "a = 1\0")
    with pytest.raises(ValueError, match="Cell") as caught:
        write_cells(CellFile("", (Cell("markdown", "don't"), cell)))
    assert caught.value.args == (cell,)


@pytest.mark.parametrize("comment", ["# cat is a class", "# cp", "# help?", "# %time"])
def test_a_comment_stays_a_comment(comment: str) -> None:
    assert parse_cells(f"# %%\n{comment}\nx = 1\n").cells[0].source.startswith(comment)


def test_every_cell_knows_its_line() -> None:
    text = '# rows: K1\n# %% [markdown]\n# a\n\n# %% tags=["solution"]\nx = 1\n'
    assert [cell.line for cell in parse_cells(text).cells] == [2, 5]


def test_blank_lines_are_those_of_the_formatter(tmp_path: Path) -> None:
    """Two tools that disagreed about blank lines would undo each other for ever."""
    snippets = [
        "x = 1",
        "def f(x):\n    return x",
        "@d\nclass A:\n    pass",
        "# say why\ndef f(x):\n    return x",
        "# a section\n\n\ndef f(x):\n    return x",
        "def f(x):\n    return x\n\n\nx = 1",
        "for i in x:\n    print(i)",
        "# a comment",
        "import numpy as np",
    ]
    kinds = [Cell("markdown", "text"), *(Cell("code", code) for code in snippets)]
    for i, first in enumerate(kinds):
        for j, second in enumerate(kinds):
            for k, third in enumerate(kinds[:3]):
                text = write_cells(CellFile("# rows: K1", (third, first, second)))
                (tmp_path / f"f{i}_{j}_{k}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--diff", "--no-cache"]
    found = subprocess.run(
        [*command, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(
    "text",
    ["x = 1\n# %%\ny = 2\n", "# no mapping\n# %%\n", "# a: [\n# %%\n", "#a: 1\n# %%\n"],
    ids=["code", "prose", "broken_yaml", "no_space"],
)
def test_only_settings_stand_above_the_cells(tmp_path: Path, text: str) -> None:
    path = tmp_path / "question.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HomeworkError, match="Keep only `# key: value` comments"):
        read_cells(path)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "question.py"
    path.write_bytes("# %%\nx = 'größe'\n".encode("latin-1"))
    with pytest.raises(HomeworkError, match="Save it as UTF-8"):
        read_cells(path)


def test_settings_are_values() -> None:
    file = parse_cells("# rows: K1, K2\n# manual: true\n# points: 4\n# %%\n")
    assert file.values == {"rows": "K1, K2", "manual": True, "points": 4}


def test_raw_cells_are_left_to_the_tools(tmp_path: Path) -> None:
    path = tmp_path / "question.py"
    path.write_text("# %%\nx = 1\n\n# %% [raw]\n# # END QUESTION\n", encoding="utf-8")
    with pytest.raises(HomeworkError, match=r"question\.py:4: is a raw cell"):
        read_cells(path)
