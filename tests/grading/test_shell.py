"""The worker's shell behaves as a kernel's for what notebooks ordinarily say."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from homework.grading.engine import Engine
from homework.grading.sandbox.sandbox import strongest
from tests.grading.first_lines import first_lines
from tests.grading_toys import archive, case, cells, graded

pytestmark = pytest.mark.slow  # each starts graders

FEWEST = 150
ONE = {"q1": [case("test_one", "f", "assert f() == 1")]}
# What ends a cell here or there only, and why that is right.
DIFFERENT = {
    "%cls": "a kernel knows it on Windows only",
    "%debug": "a kernel asks its user",
    "%conda list": "refused here with a sentence, as all commands",
    "%conda install numpy": "the same",
}


def ending_in_a_kernel(lines: list[str], folder: Path) -> dict[str, str]:
    """Run cells in one real kernel; return the errors of those that ended."""
    from jupyter_client.manager import start_new_kernel

    home = folder / "home"
    home.mkdir()
    own = {"HOME": home, "IPYTHONDIR": home / "ipython", "JUPYTER_RUNTIME_DIR": home}
    env = {**os.environ, **{name: str(path) for name, path in own.items()}}
    manager, client = start_new_kernel(kernel_name="python3", env=env, cwd=str(home))
    try:
        ended = {}
        for line in lines:
            asked = client.execute(line, allow_stdin=False, stop_on_error=False)
            message: dict[str, Any] = {"parent_header": {}}
            while message["parent_header"].get("msg_id") != asked:
                message = client.get_shell_msg(timeout=120)
            reply = message["content"]
            if reply["status"] != "ok":
                ended[line] = f"{reply['ename']}: {reply['evalue']}"
        return ended
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def ending_here(lines: list[str], folder: Path) -> dict[str, str]:
    """Grade a notebook of these cells; return the errors of those that ended."""
    notebook = folder / "toy.ipynb"
    notebook.write_bytes(cells(*lines))
    with Engine(archive(folder, ONE), level=strongest()) as engine:
        result = engine.grade(notebook)
    assert result.status == "graded"
    return {lines[each["cell"]]: each["error"] for each in result.errors}


@pytest.mark.filterwarnings("ignore")  # of jupyter_client
def test_first_lines_end_here_where_they_end_in_a_kernel(tmp_path: Path) -> None:
    lines = first_lines()
    assert len(lines) >= FEWEST
    there, here = ending_in_a_kernel(lines, tmp_path), ending_here(lines, tmp_path)
    differ = {line for line in lines if (line in there) != (line in here)}
    said = {line: (there.get(line), here.get(line)) for line in differ}
    assert differ <= set(DIFFERENT), json.dumps(said, indent=1)


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "%matplotlib notebook",
        "%matplotlib widget",
        "%matplotlib qt",
        "%pylab inline",
        "%cd /content/drive/MyDrive/hw",
        "%store\n%autosave 0\n%connect_info\n%notebook x.ipynb\n%rehashx",
        "get_ipython().kernel",
        "import asyncio\nasyncio.create_task(asyncio.sleep(0))",
        "import getpass\ngetpass.getuser()",
        "from tqdm.notebook import tqdm\nlist(tqdm(range(3)))",
    ],
)
def test_a_usual_first_line_does_not_end_its_cell(tmp_path: Path, line: str) -> None:
    result = graded(tmp_path, ONE, f"{line}\ndef f(): return 1", level=strongest())
    assert result.errors == []
    assert result.score == 1


def test_bars_for_notebooks_come_with_tqdm(tmp_path: Path) -> None:
    notebook = tmp_path / "toy.ipynb"
    bars = "from tqdm.notebook import tqdm\nlist(tqdm(range(3)))"
    notebook.write_bytes(cells(f"{bars}\ndef f(): return 1"))
    release = archive(tmp_path, ONE, packages=("tqdm",))
    with Engine(release, level=strongest()) as engine:
        result = engine.grade(notebook)
    assert result.errors == []
    assert result.score == 1


def test_a_task_goes_on_after_its_cell(tmp_path: Path) -> None:
    result = graded(
        tmp_path,
        ONE,
        "import asyncio\nready = asyncio.Event()\n"
        "async def later(): ready.set()\nasyncio.create_task(later())",
        "await asyncio.wait_for(ready.wait(), 5)\ndef f(): return 1",
    )
    assert result.score == 1


def test_settings_of_numpy_last_from_cell_to_cell_and_to_the_tests(
    tmp_path: Path,
) -> None:
    result = graded(
        tmp_path,
        ONE,
        "import numpy as np\nnp.seterr(all='raise')",
        "def f(): return int(np.geterr()['over'] == 'raise')",
    )
    assert result.score == 1


def test_words_of_a_newer_python_say_which_one_grades(tmp_path: Path) -> None:
    result = graded(tmp_path, ONE, "type X = int for", "def f(): return 1")
    (error,) = result.errors
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"graded by Python {version}" in error["error"]
