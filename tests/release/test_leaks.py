"""What is planted in a student bundle is found, and an honest one gives no alarm."""

from __future__ import annotations

import base64
import gzip
import io
import json
import py_compile
import re
import shutil
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework.questions.layout import Assignment, Repository
from homework.release.leaks import _given_cells, _shipped_modules, scan, secrets_of
from homework.release.lines import compact, is_telling, pieces
from tests.samples import ROOT
from tests.toys import (
    LEAKY_LINE,
    NAME,
    read_notebook,
    student_bundle,
    toy,
    write_notebook,
)

SENTENCE = "Centering moves the cloud of points onto the origin and keeps its shape."
HIDDEN = "test_every_column_sums_to_zero"
MESSAGE = "center should leave columns that sum to zero, whatever their number."

Plant = Callable[[Path, Assignment], None]


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Assignment]:
    _, assignment = toy(tmp_path_factory.mktemp("repository"))
    return student_bundle(assignment, tmp_path_factory.mktemp("student")), assignment


@pytest.fixture
def bundle(honest: tuple[Path, Assignment], tmp_path: Path) -> Path:
    return Path(shutil.copytree(honest[0], tmp_path / "bundle"))


def found(bundle: Path, assignment: Assignment) -> list[str]:
    return list(map(str, scan(bundle, secrets_of(assignment), name="student")))


# --- things to plant ----------------------------------------------------------


def cell(source: str, number: int = 2) -> Plant:
    """Add text to a given cell."""

    def plant(bundle: Path, assignment: Assignment) -> None:
        path = bundle / f"{NAME}.ipynb"
        notebook = read_notebook(path)
        notebook["cells"][number]["source"] += f"\n{source}\n"
        write_notebook(path, notebook)

    return plant


def edit(change: Callable[[Any], None]) -> Plant:
    """Change the notebook in some way."""

    def plant(bundle: Path, assignment: Assignment) -> None:
        path = bundle / f"{NAME}.ipynb"
        notebook = read_notebook(path)
        change(notebook)
        write_notebook(path, notebook)

    return plant


def file(name: str, content: str | bytes) -> Plant:
    """Add a file."""

    def plant(bundle: Path, assignment: Assignment) -> None:
        path = bundle / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return plant


def copied(source: str, target: str) -> Plant:
    """Copy a file of the assignment into the bundle."""

    def plant(bundle: Path, assignment: Assignment) -> None:
        file(target, (assignment.folder / source).read_bytes())(bundle, assignment)

    return plant


def bytecode(bundle: Path, assignment: Assignment) -> None:
    source = assignment.folder / "q01_center" / "question.py"
    target = bundle / "checks" / "__pycache__" / "question.cpython-311.pyc"
    py_compile.compile(str(source), cfile=str(target), doraise=True)


def attached(notebook: Any) -> None:
    encoded = base64.b64encode(LEAKY_LINE.encode()).decode()
    notebook["cells"][1]["attachments"] = {"notes.txt": {"text/plain": encoded}}


def link(bundle: Path, assignment: Assignment) -> None:
    (bundle / "notes.py").symlink_to(assignment.intro)


def zipped(entries: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def lock(archive: bytes) -> bytes:
    """Set the flag of an encrypted entry in both of its headers."""
    spoiled = bytearray(archive)
    spoiled[6] |= 1
    spoiled[archive.index(b"PK\x01\x02") + 8] |= 1
    return bytes(spoiled)


ANSWER = "center(x):\n    return x - np.repeat([np.mean(x, axis=0)], len(x), axis=0)\n"

# What is planted, where the complaint says it is, and what it says.
PLANTED: dict[str, tuple[Plant, str, str]] = {
    "a solution line in a given cell": (
        cell(LEAKY_LINE.replace(" ", "  ")),
        f"student/{NAME}.ipynb, cell 3",
        "the solution of q01_center: `column_means",
    ),
    "a solution line that is commented out": (
        cell(f"#{LEAKY_LINE}"),
        "cell 3",
        "the solution of q01_center",
    ),
    "a solution line broken in two": (
        cell(LEAKY_LINE.replace("/", "/ (") + "\n)"),
        "cell 3",
        "the solution of q01_center",
    ),
    "a solution line in the text": (
        cell(f"Write `{LEAKY_LINE}` here.", number=3),
        "cell 4",
        "the solution of q01_center",
    ),
    "a comment of the solution": (
        cell("# a mean over the wrong axis would empty the rows and not the columns."),
        "cell 3",
        "the solution of q01_center",
    ),
    "a short answer": (
        cell("axis_of_a_column=0"),
        "cell 3",
        "the solution of q01_center: `axis_of_a_column=0`",
    ),
    "a written answer": (
        cell(f"# Note: {SENTENCE.lower()}"),
        "cell 3",
        "the solution of q03_why: `centering moves",
    ),
    "a marker without its space": (
        cell("#BEGIN SOLUTION\nx = 1\n#END SOLUTION"),
        "cell 3",
        "a solution marker: `#BEGIN SOLUTION`",
    ),
    "a marker in lower case": (
        cell("# begin  solution"),
        "cell 3",
        "a solution marker: `# begin  solution`",
    ),
    "a one-line marker": (
        cell("x = 1  # solution"),
        "cell 3",
        "a SOLUTION marker: `x = 1  # solution`",
    ),
    "a marker of a test": (cell("# END TESTS"), "cell 3", "a marker of Otter"),
    "bytecode": (
        bytecode,
        "checks/__pycache__/question.cpython-311.pyc",
        "__pycache__",
    ),
    "a name of bytecode": (file("data/a.pyc", b"\0"), "data/a.pyc", "bytecode"),
    "a file of Otter's log": (file(".OTTER_LOG", b"\0"), ".OTTER_LOG", ".OTTER_LOG"),
    "a link": (link, "student/notes.py", "symbolic link"),
    "an answer in a support file": (
        file("checks/closeness.py", f"def {ANSWER}"),
        "student/checks/closeness.py",
        "accepted/library_mean.py of q01_center: `return x - np.repeat",
    ),
    "a copy of an accepted answer": (
        copied("q01_center/accepted/library_mean.py", "checks/helper.py"),
        "checks/helper.py",
        "a copy of accepted/library_mean.py of q01_center",
    ),
    "a wrong answer": (
        copied("q01_center/rejected/knows_only_the_example.py", "helper.py"),
        "helper.py",
        "rejected/knows_only_the_example.py of q01_center",
    ),
    "a label of a wrong answer": (
        file("helper.py", 'CAUGHT_BY = "test_x"\n'),
        "helper.py",
        "the label of a wrong answer",
    ),
    "a folder of the grader": (
        copied("references/spreads.py", "references/spreads.py"),
        "references/spreads.py",
        "must not ship: references",
    ),
    "a line that the grader trusts": (
        file("helper.py", "ordered = np.sort(x, axis=0)[[0, -1]]\n"),
        "helper.py",
        "references/spreads.py: `ordered",
    ),
    "the name of a hidden test": (
        file("tests/q01_center.py", f"def {HIDDEN}(center):\n    pass\n"),
        "tests/q01_center.py",
        f"the hidden test {HIDDEN} of q01_center: `{HIDDEN}`",
    ),
    "the message of a hidden test": (
        file("notes.md", MESSAGE.replace(" ", "\n", 3)),
        "notes.md",
        f"the hidden test {HIDDEN}",
    ),
    "a line of a hidden test": (
        cell(
            "assert_close(center(x).sum(axis=0)+1.0,\n"
            " np.ones(4), name='1 + column sums')"
        ),
        "cell 3",
        f"the hidden test {HIDDEN}",
    ),
    "a hidden case": (
        file("tests/q09.py", "@test_case(points=1, hidden=True)\ndef test(x): ...\n"),
        "tests/q09.py",
        "a hidden test: `@test_case(points=1, hidden=True)`",
    ),
    "the solution in a zip": (
        file("data/sets.zip", zipped({"a/b.py": f"    {LEAKY_LINE}\n"})),
        "student/data/sets.zip » a/b.py",
        "the solution of q01_center",
    ),
    "the solution in a zip in a tar.gz": (
        file(
            "data/sets.tar.gz",
            gzip.compress(tarred("in.npz", zipped({"notes": LEAKY_LINE.encode()}))),
        ),
        "data/sets.tar.gz » in.npz » notes",
        "the solution of q01_center",
    ),
    "a zip behind a picture": (
        file("data/picture.png", b"\x89PNG" + zipped({"a.py": LEAKY_LINE})),
        "data/picture.png » a.py",
        "the solution of q01_center",
    ),
    "a picture before a zip": (
        file("data/sets.zip", LEAKY_LINE.encode() + zipped({"a.py": b"x = 1"})),
        "data/sets.zip » its beginning",
        "the solution of q01_center",
    ),
    "a damaged archive": (
        file("data/sets.gz", gzip.compress(b"numbers")[:-9]),
        "data/sets.gz",
        "cannot be opened to the bottom",
    ),
    "a locked archive": (
        file("data/sets.zip", lock(zipped({"a.py": LEAKY_LINE}))),
        "data/sets.zip",
        "cannot be opened to the bottom",
    ),
    "the solution in data": (
        file("data/hints.json", json.dumps({"hint": f"x\n{LEAKY_LINE}\n"})),
        "data/hints.json",
        "the solution of q01_center",
    ),
    "the solution in bytes": (
        file("data/weights.bin", b"\0\xff" + LEAKY_LINE.encode() + b"\0"),
        "data/weights.bin",
        "the solution of q01_center",
    ),
    "the solution in UTF-16": (
        file("notes.txt", LEAKY_LINE.encode("utf-16")),
        "notes.txt",
        "the solution of q01_center",
    ),
    "the solution in an attachment": (
        edit(attached),
        "cell 2, notes.txt (text/plain)",
        "the solution of q01_center",
    ),
    "metadata of the notebook": (
        edit(lambda notebook: notebook["metadata"].update(homework={"digest": "1"})),
        f"{NAME}.ipynb",
        "has metadata homework",
    ),
    "metadata below a known key": (
        edit(lambda notebook: notebook["metadata"]["otter"].update(tests={"q": "?"})),
        f"{NAME}.ipynb",
        "has metadata otter.tests",
    ),
    "the solution in metadata": (
        edit(lambda notebook: notebook["metadata"].update(note=LEAKY_LINE)),
        f"{NAME}.ipynb, metadata",
        "the solution of q01_center",
    ),
    "metadata of a cell": (
        edit(lambda notebook: notebook["cells"][1]["metadata"].update(author="me")),
        "cell 2",
        "has metadata author",
    ),
    "a tag": (
        edit(lambda notebook: notebook["cells"][1]["metadata"].update(tags=["mine"])),
        "cell 2",
        "has the tag mine",
    ),
    "outputs": (
        edit(lambda notebook: notebook["cells"][2].update(outputs=[{"text": "0.5"}])),
        "cell 3",
        "has outputs",
    ),
    "an execution count": (
        edit(lambda notebook: notebook["cells"][2].update(execution_count=7)),
        "cell 3",
        "has outputs",
    ),
    "no notebook": (file(f"{NAME}.ipynb", "[]"), f"{NAME}.ipynb", "is not a notebook"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_finds_what_is_planted(
    name: str, bundle: Path, honest: tuple[Path, Assignment]
) -> None:
    plant, where, what = PLANTED[name]
    plant(bundle, honest[1])
    complaints = found(bundle, honest[1])
    assert any(where in text and what in text for text in complaints), complaints


def test_an_honest_bundle_gives_no_alarm(honest: tuple[Path, Assignment]) -> None:
    assert found(*honest) == []


def test_one_bad_archive_does_not_hide_another_leak(
    bundle: Path, honest: tuple[Path, Assignment]
) -> None:
    file("data/a.gz", b"\x1f\x8b bad")(bundle, honest[1])
    file("notes.py", LEAKY_LINE)(bundle, honest[1])
    complaints = "\n".join(found(bundle, honest[1]))
    assert "data/a.gz" in complaints
    assert "notes.py" in complaints


ASSIGNMENTS = Repository(ROOT).assignments()


@pytest.mark.slow
@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda found: found.name)
def test_no_question_is_answered_by_what_is_given(assignment: Assignment) -> None:
    secrets = secrets_of(assignment)
    given_code = [*_given_cells(assignment), *_shipped_modules(assignment)]
    told = {
        f"{secrets.lines[piece]}: {written}"
        for text in given_code
        for piece, written in pieces(text).items()
        if piece in secrets.lines
    }
    assert told == set()
    assert len(secrets.lines) > len(assignment.questions)


@pytest.mark.parametrize(
    "line",
    [
        "x_hat = (x - mean) / np.sqrt(var + eps)",
        "return x.mean(axis=(0, 2, 3))",
        "running = momentum * running + (1 - momentum) * mean",
        "if np.abs(x - y).max() > 1e-3 * scale:",
        "dx -= dout.sum(axis=0) / x.shape[0]",
        "[np.cos(angle), np.sin(angle)], axis=1)",  # of a longer statement
    ],
)
def test_a_telling_line(line: str) -> None:
    assert is_telling(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "...",
        "out = ...",
        "return out, cache",
        "N, C, H, W = x.shape",
        "out = np.zeros((N, C, H, W))",
        "out, cache = affine_forward(x, w, b)",
        "for i in range(1, n + 1):",
        "for a, b in zip(xs[1:], ys[:-1]):",
        "mean = x.mean(axis=0)",
        "dx = dout * mask",
        "from numpy.testing import assert_allclose as close_to, assert_array_equal",
        "def f(x, y, z=1, *, w=(1, 2, 3)):",
        '"""Return x * y + z and x - y, with x[0] == y[0]."""',
        "else:",
        "# x = (a + b) * (c + d)",
    ],
)
def test_a_line_that_anybody_may_write(line: str) -> None:
    assert not is_telling(line)


TOKENS = re.findall(r"\w+|\S", LEAKY_LINE)
GAPS = st.lists(st.sampled_from(["", " ", "  "]), min_size=len(TOKENS))


@given(GAPS, st.sampled_from(["", "# ", "> ", "    "]))
def test_spaces_do_not_disguise_a_line(gaps: list[str], start: str) -> None:
    written = start + "".join(map(str.__add__, TOKENS, gaps))
    assert compact(LEAKY_LINE) in pieces(f"x = 1\n{written}\n")
