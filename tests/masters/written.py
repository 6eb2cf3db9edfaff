"""Masters of many shapes, as instructors write them, each made by `nbformat`.

Every solution and every hidden test of them holds the word ``secret``, and nothing else
does, so that a test can look for it in what students get.
"""

# ruff: noqa: E501  # cells are written as one text each
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)


@dataclass(frozen=True)
class Master:
    """A master, and what its import should come to.

    Attributes:
        questions: how many there are, those for a person included.
        points: by all tests together.
        says: what the report has to mention.
        files: that lie beside it.

    """

    cells: list[Any]
    questions: int
    points: float
    says: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    minor: int = 5

    def save(self, path: Path) -> Path:
        """Write it, and what lies beside it."""
        for name, text in self.files.items():
            place = path.parent / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        made = v4.new_notebook(
            cells=self.cells, metadata={"kernelspec": kernel, **self.metadata}
        )
        if self.minor < 5:
            made.nbformat_minor = self.minor
            for cell in made.cells:
                cell.pop("id", None)
        nbformat.write(made, path)
        return path


def text(source: str, **more: Any) -> Any:
    """Make a Markdown cell."""
    return v4.new_markdown_cell(source, **more)


def raw(source: str) -> Any:
    """Make a raw cell."""
    return v4.new_raw_cell(source)


def code(source: str, shown: str = "", printed: str = "") -> Any:
    """Make a code cell with its saved outputs."""
    outputs = []
    if printed:
        outputs.append(v4.new_output("stream", name="stdout", text=printed))
    if shown:
        data = {"text/plain": shown}
        outputs.append(v4.new_output("execute_result", data=data, execution_count=1))
    return v4.new_code_cell(source, outputs=outputs)


def question(settings: str, *cells: Any) -> list[Any]:
    """Wrap cells of a question of Otter 1 to 7."""
    return [raw(f"# BEGIN QUESTION\n{settings}"), *cells, raw("# END QUESTION")]


def solution(*cells: Any) -> list[Any]:
    """Wrap its solution."""
    return [raw("# BEGIN SOLUTION"), *cells, raw("# END SOLUTION")]


def prompt(*cells: Any) -> list[Any]:
    """Wrap its prompt."""
    return [raw("# BEGIN PROMPT"), *cells, raw("# END PROMPT")]


def checked_by(*cells: Any) -> list[Any]:
    """Wrap its tests."""
    return [raw("# BEGIN TESTS"), *cells, raw("# END TESTS")]


def old(name: str, statement: str = "Say it.", more: str = "") -> Any:
    """Make the cell that opens a question of Otter 0."""
    return text(
        f"**Question.** {statement}\n\n```\nBEGIN QUESTION\nname: {name}\n{more}```"
    )


def graded(
    source: str, kind: str, grade_id: str, points: Any = None, schema: int = 3
) -> Any:
    """Make a cell of nbgrader: kind is answer, test, manual, written or task."""
    grade = {
        "grade": kind in ("test", "manual", "written"),
        "solution": kind in ("answer", "manual", "written"),
        "task": kind == "task",
        "locked": kind == "test",
        "grade_id": grade_id,
        "schema_version": schema,
    }
    if points is not None:
        grade["points"] = points
    make = text if kind in ("written", "task") else code
    cell = make(source)
    cell.metadata["nbgrader"] = grade
    return cell


def ok_expressions() -> Master:
    """Write tests as expressions, with points of the question, one of them hidden."""
    return Master(
        [
            raw("# ASSIGNMENT CONFIG\nfiles: []\nexport_cell: true\nauthor: me"),
            text("# Homework 1"),
            code("import numpy as np"),
            *question(
                "name: q1\npoints: 2",
                text("Add up the numbers."),
                *solution(code("total = np.arange(5).sum(); secret = 1 # SOLUTION")),
                *checked_by(
                    code("total == 10", "True"),
                    code("# HIDDEN\nint(total) + 32 # secret", "42"),
                ),
            ),
        ],
        questions=1,
        points=2,
        says=("`author` is unknown",),
    )


def functions_and_messages() -> Master:
    """Write exception tests: functions, test configs, a call that Otter drops."""
    config = '""" # BEGIN TEST CONFIG\npoints: 3\nhidden: true\n'
    return Master(
        [
            raw("# ASSIGNMENT CONFIG\ntests:\n  ok_format: false\n"),
            *question(
                "name: double it\npoints: 5",
                text("Write `double`."),
                *solution(
                    code(
                        "def double(x):\n    # BEGIN SOLUTION\n    secret = 2 * x\n"
                        "    # END SOLUTION\n    return secret # SOLUTION"
                    )
                ),
                *checked_by(
                    code(
                        "def test_three(double):\n    assert double(3) == 6\n\n"
                        "test_three(double)  # IGNORE"
                    ),
                    code(
                        config + "failure_message: Mind the sign\n"
                        'success_message: Well done\n""" # END TEST CONFIG\n'
                        "def test_negative(double):\n    secret = -4\n"
                        "    assert double(-2) == secret\n\ntest_negative(double) # IGNORE"
                    ),
                ),
            ),
        ],
        questions=1,
        points=5,
        says=("success_message",),
    )


def settings_in_a_file() -> Master:
    """Keep settings in a shared YAML file, a token among them, and fences for marks."""
    return Master(
        [
            text("```otter\n# ASSIGNMENT CONFIG\nconfig_file: shared.yml\n```"),
            text(
                "Before.\n\n```otter\n# BEGIN QUESTION\nname: q1\npoints: [1, 2]\n```"
            ),
            text("Return a list."),
            text("```otter\n# BEGIN SOLUTION\n```"),
            code("numbers = [1, 2, 3]; secret = 1 # SOLUTION"),
            text("```otter\n# END SOLUTION\n```"),
            text("```otter\n# BEGIN TESTS\n```"),
            code("def test_a(numbers):\n    assert len(numbers) == 3"),
            code(
                "# HIDDEN\ndef test_b(numbers):\n    assert sum(numbers) == 6 # secret"
            ),
            text("```otter\n# END TESTS\n```"),
            text("```otter\n# END QUESTION\n```"),
        ],
        questions=1,
        points=3,
        says=("`token` is dropped", "`course_id` is dropped", "`requirements"),
        files={
            "shared.yml": "tests:\n  ok_format: false\nrequirements: [pandas]\n"
            "generate:\n  token: abcdefghij\n  course_id: 1\n  points_possible: 9\n"
        },
    )


def written_and_exported() -> Master:
    """Ask for prose, with and without a prompt, and for a plot that a person sees."""
    return Master(
        [
            raw("# ASSIGNMENT CONFIG\nexport_cell:\n  pdf: true"),
            *question(
                "name: why\nmanual: true\npoints: 4",
                text("Why?"),
                *prompt(text("_Your words here._")),
                *solution(text("**SOLUTION**: the secret reason.")),
            ),
            *question(
                "name: plot\nmanual: true\nexport: true",
                text("Draw it."),
                *solution(
                    code(
                        "import matplotlib.pyplot as plt\nplt.plot([1, 2]); secret = 1 # SOLUTION"
                    )
                ),
            ),
            *question(
                "name: q3",
                text("A number."),
                *solution(code("number = 7; secret = 1 # SOLUTION")),
                *checked_by(code("number > 3", "True"), code("number < 9", "True")),
            ),
        ],
        questions=3,
        points=1,
    )


def code_prompt() -> Master:
    """Show students other code than the solution without its marked lines."""
    return Master(
        [
            *question(
                "name: q1\npoints: 1",
                text("Finish the function."),
                *prompt(code("def f(x):\n    y = ... # your code\n    return y")),
                *solution(code("def f(x):\n    secret = x * x\n    return secret")),
                *checked_by(code("f(3) == 9", "True"), code("assert f(2) == 4")),
            ),
            *question(
                "name: q2\npoints: 1",
                *solution(
                    code(
                        '""" # BEGIN PROMPT\ny = ... # a list\n"""; # END PROMPT\n'
                        "# BEGIN SOLUTION NO PROMPT\ny = ['secret']\n# END SOLUTION"
                    )
                ),
                *checked_by(code("len(y)", "1")),
            ),
        ],
        questions=2,
        points=2,
    )


def sloppy_markers() -> Master:
    """Write markers as Otter 7 does not know them: it would leave solutions standing."""
    return Master(
        [
            *question(
                "name: q1",
                *solution(
                    code(
                        "#BEGIN SOLUTION\nsecret = 5\n#END SOLUTION\na = secret # solution"
                    )
                ),
                *checked_by(code("a == 5", "True")),
            ),
            *question(
                "name: q2",
                *solution(code("b = [\n    1, # secret\n    2,\n] # SOLUTION")),
                *checked_by(code("sum(b) == 3", "True")),
            ),
            *question(
                "name: q3",
                *solution(
                    code(
                        "def c(x):\n    ### BEGIN SOLUTION\n    return x + 1 # secret\n    ### END SOLUTION"
                    )
                ),
                *checked_by(code("c(1) == 2", "True")),
            ),
            *question(
                "name: q4",
                *solution(code("secret_d = 4\nd = secret_d")),
                *checked_by(code("d == 4", "True")),
            ),
        ],
        questions=4,
        points=4,
        says=("has no marker",),
    )


def several_cells() -> Master:
    """Spread a solution over cells and blocks, with tests of their own names."""
    return Master(
        [
            *question(
                "name: q1\npoints:\n  each: 1.5",
                text("First."),
                *solution(
                    code("part = 2; secret = 1 # SOLUTION"),
                    code("print('given')"),
                    code("whole = part * 2; secret = 1 # SOLUTION"),
                ),
                text("Then."),
                *solution(code("more = whole + 1; secret = 1 # SOLUTION")),
                *checked_by(
                    code("expected = 4\nassert whole == expected"),
                    code("more == expected + 1", "True"),
                ),
            ),
        ],
        questions=1,
        points=3,
        says=("3 solution cells became one",),
    )


def old_outputs() -> Master:
    """Keep saved outputs that are of another day, or of another NumPy."""
    return Master(
        [
            code("import numpy as np"),
            *question(
                "name: q1\npoints: 3",
                *solution(code("mean = np.mean([1.0, 2.0]); secret = 1 # SOLUTION")),
                *checked_by(
                    code("mean", "1.5"),
                    code("np.round(mean, 1) == 1.5", "True"),
                    code("# hidden\nround(float(mean) * 3, 3) # secret", "4.499"),
                ),
            ),
        ],
        questions=1,
        points=3,
        says=("the saved output '4.499' is old",),
    )


def prints() -> Master:
    """Test what a function prints, and what is shown as text."""
    return Master(
        [
            *question(
                "name: q1",
                *solution(
                    code(
                        "def hello(who):\n    print('Hello', who); secret = 1 # SOLUTION"
                    )
                ),
                *checked_by(
                    code("hello('Ann')", printed="Hello Ann\n"),
                    code(
                        "for who in 'ab':\n    hello(who)", printed="Hello a\nHello b\n"
                    ),
                ),
            ),
            *question(
                "name: q2",
                *solution(code("words = {'b': [1], 'a': 'x'}; secret = 1 # SOLUTION")),
                *checked_by(
                    code("words", "{'b': [1], 'a': 'x'}"),
                    code("sorted(words)", "['a', 'b']"),
                ),
            ),
        ],
        questions=2,
        points=2,
    )


def tables() -> Master:
    """Ask for tables: values that cannot leave their process."""
    return Master(
        [
            raw("# ASSIGNMENT CONFIG\nfiles:\n    - people.csv\n    - data/more.csv"),
            code("import pandas as pd\npeople = pd.read_csv('people.csv')"),
            *question(
                "name: q1\npoints: 4",
                *solution(
                    code("old = people[people['age'] > 30]; secret = 1 # SOLUTION")
                ),
                *checked_by(
                    code("old.shape == (1, 2)", "True"),
                    code("isinstance(old, pd.DataFrame)", "True"),
                    code("old['age'].iloc[0]", "40"),
                    code("pd.read_csv('data/more.csv').shape", "(1, 1)"),
                ),
            ),
        ],
        questions=1,
        points=4,
        files={"people.csv": "name,age\nAnn,40\nBo,20\n", "data/more.csv": "x\n1\n"},
    )


def own_modules() -> Master:
    """Stand on a module beside the notebook, on a picture, and on a class."""
    picture = text("![shown](attachment:dot.png) and ![beside](img/dot.svg)")
    picture["attachments"] = {"dot.png": {"image/png": PIXEL}}
    return Master(
        [
            raw("# ASSIGNMENT CONFIG\nfiles: [helpers.py, text.txt]"),
            picture,
            code("from helpers import triple\nimport helpers"),
            *question(
                "name: q1",
                *solution(
                    code(
                        "class Box:\n    def __init__(self, x):\n"
                        "        self.inside = triple(x); secret = 1 # SOLUTION"
                    )
                ),
                *checked_by(
                    code("Box(2).inside == 6", "True"),
                    code("helpers.triple(1) == 3", "True"),
                ),
            ),
        ],
        questions=1,
        points=1,
        says=("a blank passes",),
        files={
            "helpers.py": "def triple(x):\n    return 3 * x + 0 * len(open('text.txt').read())\n",
            "text.txt": "hello",
            "img/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        },
    )


def gifts() -> Master:
    """Hold tests that an untouched notebook passes."""
    return Master(
        [
            *question(
                "name: q1\npoints: 4",
                *solution(code("def f(x):\n    return 'secret' # SOLUTION")),
                *checked_by(
                    code("callable(f)", "True"),
                    code("len(f(1)) == 6", "True"),
                    code("# HIDDEN\nassert f(2) == 'secret'"),
                ),
            ),
            *question(
                "name: q2",
                *solution(code("letter = 'secret' # SOLUTION")),
                *checked_by(code("letter != 'b'", "True")),
            ),
        ],
        questions=2,
        points=5,
        says=("a blank passes",),
    )


def seeds_and_ignored() -> Master:
    """Draw random numbers from a seed, and keep cells and lines that Otter drops."""
    return Master(
        [
            raw("# ASSIGNMENT CONFIG\ngenerate:\n  seed: 42\nplugins: []"),
            code("# IGNORE\nsecret_note = 'only for me'"),
            code("## Ignore ##\nsecret_two = 2"),
            code(
                "%matplotlib inline\nimport numpy as np\n!pip install secret # IGNORE"
            ),
            code("import otter\ngrader = otter.Notebook()"),
            *question(
                "name: q1\npoints: 1",
                *solution(
                    code(
                        "np.random.seed(42) # SEED\n# BEGIN IGNORE\nsecret = 1\n"
                        "# END IGNORE\ndraw = np.random.randint(100); secret = 1 # SOLUTION"
                    )
                ),
                *checked_by(code("draw == 51", "True"), code("# IGNORE\nsecret")),
            ),
            raw("a note of mine"),
        ],
        questions=1,
        points=1,
        says=("raw cell",),
    )


def all_or_nothing() -> Master:
    """Give points for all tests at once; keep a plugin, odd names and no END points."""
    return Master(
        [
            *question(
                "name: 3. Odd/name\npoints: 2\nall_or_nothing: true\ncolour: red",
                *solution(code("x = 3; secret = 1 # SOLUTION")),
                *checked_by(code("x > 2", "True"), code("x < 4", "True")),
                text("Well done."),
            ),
            code("y = 1"),
            raw("# BEGIN PLUGIN\nrate"),
            raw("# END PLUGIN"),
        ],
        questions=1,
        points=2,
        says=("`colour`", "plugin"),
        minor=4,
    )


def stray_solutions() -> Master:
    """Mark lines as a solution where stock Otter leaves them standing."""
    return Master(
        [
            code("start = 'secret' # SOLUTION"),
            *question(
                "name: q1",
                code("inside = 'secret' # SOLUTION"),
                *solution(code("end = start + inside; secret = 1 # SOLUTION")),
                *checked_by(code("len(end) == 12", "True")),
            ),
        ],
        questions=1,
        points=1,
        says=("belongs to it now",),
    )


def hand_written_without_tests() -> Master:
    """Leave a question without tests; give one both a person and tests."""
    return Master(
        [
            *question(
                "name: q1\npoints: 3", *solution(code("a = 'secret' # SOLUTION"))
            ),
            *question(
                "name: q2\nmanual: true\npoints: 2",
                *solution(code("b = 'secret' # SOLUTION")),
                *checked_by(code("b == 'secret'", "True")),
            ),
            *question(
                "name: q3",
                *solution(code("c = 'secret' # SOLUTION")),
                *checked_by(code("# HIDDEN\nc == 'secret'", "True")),
            ),
        ],
        questions=3,
        points=1,
        says=("it has no tests", "tests are left out"),
    )


def jassign() -> Master:
    """Write the old style, in which stock Otter 7 finds no question and leaks all."""
    return Master(
        [
            text(
                "```\nBEGIN ASSIGNMENT\nexport_cell: false\ngenerate:\n  token: secret\n```"
            ),
            text("# Old homework"),
            code("import numpy as np"),
            old("q1", more="points:\n    each: 0.75\n"),
            code("total = np.sum([1, 2]); secret = 1 # SOLUTION"),
            code("# TEST\ntotal == 3", "True"),
            code("## HIDDEN TEST ##\n3 * int(total) # secret", "9"),
            text("Between."),
            old("q2", more="manual: true\npoints: 2\n"),
            text("**SOLUTION**: a secret."),
            text("The end."),
        ],
        questions=2,
        points=1.5,
        says=("`token` is dropped",),
    )


def jassign_functions() -> Master:
    """Write the old style with a block, a prompt, several tests, and ids of 4.0."""
    return Master(
        [
            old("square"),
            code(
                "def square(x):\n    # BEGIN SOLUTION NO PROMPT\n    secret = x * x\n"
                "    return secret\n    # END SOLUTION\n"
                '    """ # BEGIN PROMPT\n    ...\n    """ # END PROMPT'
            ),
            code("## TEST ##\nsquare(3)", "9"),
            code("# HIDDEN TEST\nsquare(-2) == 4", "True"),
            code("# Given\nsquares = [square(n) for n in (1, 2)]"),
            old("last"),
            code("last = squares; secret = 1 # SOLUTION"),
            code("# TEST\nlast", "[1, 4]"),
        ],
        questions=2,
        points=2,
        minor=0,
    )


def nbgrader_plain() -> Master:
    """Write nbgrader's usual: answers, tests with hidden lines, a written answer."""
    return Master(
        [
            text("# Numbers"),
            code("import math"),
            text("Return the square."),
            graded(
                "def square(x):\n    ### BEGIN SOLUTION\n    secret = x * x\n"
                "    return secret\n    ### END SOLUTION",
                "answer",
                "square",
            ),
            graded(
                "assert square(2) == 4\n### BEGIN HIDDEN TESTS\n"
                "assert square(-3) == 9 # secret\n### END HIDDEN TESTS",
                "test",
                "test_square",
                2,
            ),
            graded("assert math.isclose(square(.5), .25)", "test", "test_half", "1"),
            text("Why is it even?"),
            graded("It is secret.", "written", "why", 3),
        ],
        questions=2,
        points=3,
    )


def nbgrader_many() -> Master:
    """Let two answers share a test, a whole cell be an answer, a task be graded."""
    return Master(
        [
            graded(
                "# BEGIN SOLUTION\na = 'secret'\n# END SOLUTION",
                "answer",
                "a",
                schema=1,
            ),
            text("And b."),
            graded("b = 'secret'", "answer", "b", schema=1),
            graded(
                "both = a + b\nassert len(both) == 12",
                "test",
                "t1",
                1.5,
                schema=1,
            ),
            graded("assert both[0] == 's'", "test", "t2", 0, schema=1),
            graded(
                "Draw a plot.\n\n=== BEGIN MARK SCHEME ===\nsecret: 1 point\n"
                "=== END MARK SCHEME ===",
                "task",
                "draw",
                5,
            ),
            graded("free = 'secret'", "manual", "free", 2),
            graded("x = 'secret'", "answer", "left over"),
        ],
        questions=4,
        points=1.5,
        says=("no test follows", "has no marker"),
        minor=2,
    )


def nbgrader_autotest() -> Master:
    """Leave tests to be made: AUTOTEST lines, of which one is hidden."""
    return Master(
        [
            graded(
                "def f(n):\n    ### BEGIN SOLUTION\n    return [n, 'secret']\n"
                "    ### END SOLUTION",
                "answer",
                "f",
            ),
            graded(
                "### AUTOTEST f(2)\n### BEGIN HIDDEN TESTS\n### AUTOTEST f(3)\n"
                "### END HIDDEN TESTS",
                "test",
                "test_f",
                2,
            ),
        ],
        questions=1,
        points=2,
        says=("AUTOTEST",),
    )


def nbgrader_hidden_only() -> Master:
    """Hide all of a test, and half of a loop in another."""
    return Master(
        [
            text("A."),
            graded("s = 'secret' ### BEGIN SOLUTION", "answer", "s"),
            graded(
                "### BEGIN HIDDEN TESTS\nassert s == 'secret'\n### END HIDDEN TESTS",
                "test", "hidden_s", 1,
            ),
            graded(
                "for n in (1, 2):\n    ### BEGIN HIDDEN TESTS\n    assert s * n\n"
                "    ### END HIDDEN TESTS\n    assert len(s) == 6",
                "test", "loop_s", 1,
            ),
        ],
        questions=1,
        points=2,
    )  # fmt: skip


def marks_in_other_cells() -> Master:
    """Mark blocks in code cells, in text and in odd fences, as front ends save them."""
    return Master(
        [
            code("#ASSIGNMENT CONFIG\nname: hw"),
            text("  ``` otter\n  # BEGIN QUESTION\n  name: q1\n  ```\n\nSay three."),
            code("# BEGIN SOLUTION"),
            code("x = 3; secret = 1 # SOLUTION"),
            text("#end solution"),
            raw("  # BEGIN TESTS of q1"),
            code("x == 3", "True"),
            raw("#\tEND TESTS"),
            raw("# END QUESTION # q1"),
        ],
        questions=1,
        points=1,
        says=("`# BEGIN SOLUTION` counts, though it is no raw cell",),
    )


def nested_blocks() -> Master:
    """Open a block of a solution inside another, which Otter 7 takes in silence."""
    lines = (
        "def f(x):\n    # BEGIN SOLUTION\n    secret = x\n    # BEGIN SOLUTION\n"
        "    secret += 1\n    # END SOLUTION\n    return secret\n    # END SOLUTION"
    )
    return Master(
        question("name: q1", *solution(code(lines)), *checked_by(code("f(1)", "2"))),
        questions=1,
        points=1,
    )


def doctests() -> Master:
    """Write tests as a session of Python, expressions and prints in one."""
    test = ">>> f(2)\n4\n>>> for n in (1, 3):\n...     print(f(n))\n2\n6"
    return Master(
        question(
            "name: q1",
            *solution(
                code("def f(x):\n    return x + x + 0 * len('secret') # SOLUTION")
            ),
            *checked_by(code(test)),
        ),
        questions=1,
        points=1,
    )


def only_for_a_person() -> Master:
    """Ask for nothing that can be graded."""
    return Master(
        question("name: q1\nmanual: true", text("Why?"), *solution(text("A secret."))),
        questions=1,
        points=0,
    )


def magics() -> Master:
    """Keep magics, installations and Colab's own lines in cells and solutions."""
    return Master(
        [
            code(
                "from google.colab import drive\ndrive.mount('/content/drive')\nn = 1"
            ),
            *question(
                "name: q1",
                *solution(
                    code(
                        "%%time\n!ls\nx = 3; secret = 1 # SOLUTION\n%timeit -n1 x + 1\nx?"
                    )
                ),
                *checked_by(code("x == 3 * n", "True")),
            ),
        ],
        questions=1,
        points=1,
        says=("google.colab", "magics of the solution are left out"),
    )


def jassign_variants() -> Master:
    """Write the old style as it is met: a fence below text, odd headings, okpy."""
    return Master(
        [
            text("```\nBEGIN ASSIGNMENT\n```\n# Old\n\n  ```\n  BEGIN QUESTION\n  name: a\n  ```"),
            code("helper = [1, 2]"),
            text("Now answer."),
            code("a = sum(helper); secret = 1 # SOLUTION"),
            code("# TEST: the sum\na == 3", "True"),
            code("# HIDDEN TEST - a secret\na - 3", "0"),
            code("from client.api.notebook import Notebook\nok = Notebook('hw.ok')"),
            code("_ = ok.grade(\n    'a',\n)"),
            old("b", more="manual: true\n"),
            text("<b>SOLUTION</b>: a secret."),
            old("c", more="manual: true\n"),
            text("### SOLUTION\n\nOne more secret."),
        ],
        questions=3,
        points=1,
    )  # fmt: skip


def nbgrader_files() -> Master:
    """Read files beside the master, which nbgrader gives out unasked."""
    return Master(
        [
            code(
                "import helpers\nrows = open('rows.csv').read()\n"
                "names = [open(f'parts/{n}.txt').read() for n in (1, 2)]"
            ),
            graded(
                "### BEGIN SOLUTION\nmore = helpers.twice(rows) # secret\n"
                "open('made.txt', 'w').write(more)\n### END SOLUTION",
                "answer",
                "more",
            ),
            graded(
                "assert more == 'xx' and open('made.txt').read() == 'xx'",
                "test", "t", 2,
            ),
        ],
        questions=1,
        points=2,
        says=("the file rows.csv is taken along", "the file parts is taken along"),
        files={
            "rows.csv": "x",
            "parts/1.txt": "a",
            "parts/2.txt": "b",
            "helpers.py": "def twice(x):\n    return x + x\n",
            "made.txt": "left over",
        },
    )  # fmt: skip


def nbgrader_replaces() -> Master:
    """Take a name away and see who misses it; assert with the `nose` of old."""
    return Master(
        [
            graded(
                "def one(x):\n    ### BEGIN SOLUTION\n    return x # secret\n"
                "    ### END SOLUTION\ndef two(x):\n    ### BEGIN SOLUTION\n"
                "    return one(x) + 1 # secret\n    ### END SOLUTION",
                "answer",
                "one",
            ),
            graded(
                "from nose.tools import assert_equal, assert_raises, ok_\n"
                "assert_equal(two(1), 2)\nok_(one(1))\n"
                "assert_raises(TypeError, one)",
                "test", "t1", 1,
            ),
            graded(
                "kept = one\ndel one\ntry:\n    two(1)\nexcept NameError:\n    pass\n"
                "else:\n    raise AssertionError('one is not used')\n"
                "finally:\n    one = kept",
                "test", "t2", 1,
            ),
            graded("assert two(3) == 4", "test", "t3", 1),
        ],
        questions=1,
        points=3,
    )  # fmt: skip


MASTERS: dict[str, Callable[[], Master]] = {
    make.__name__: make
    for make in (
        ok_expressions, functions_and_messages, settings_in_a_file,
        written_and_exported, code_prompt, sloppy_markers, several_cells, old_outputs,
        prints, tables, own_modules, gifts, seeds_and_ignored, all_or_nothing,
        stray_solutions, hand_written_without_tests, jassign, jassign_functions,
        nbgrader_plain, nbgrader_many, nbgrader_autotest, nbgrader_hidden_only,
        marks_in_other_cells, nested_blocks, doctests, only_for_a_person, magics,
        jassign_variants, nbgrader_files, nbgrader_replaces,
    )
}  # fmt: skip
