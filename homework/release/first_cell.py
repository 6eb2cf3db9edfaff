"""The first cell of a released notebook: Otter's, made robust.

Otter's own stops with a traceback when the notebook was renamed, opened alone, or
opened on Colab.
"""

from __future__ import annotations

from typing import Any

CELL = """\
# Run this cell first: it makes the checks ready.
import os
import sys
from pathlib import Path


def make_ready():
    told = globals().get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")
    places = [Path(), *(Path(each).parent for each in told if each), Path("{name}")]
    os.chdir(next((each for each in places if (each / "checks").is_dir()), "."))
    if "google.colab" in sys.modules:  # fetches what lies beside the notebook
{on_colab}


try:
    make_ready()
    import otter
    from checks.notebook import open_grader

    grader = open_grader("{name}", otter)
except (ImportError, OSError) as problem:
    print(
        f"The checks are not ready: {{problem}}\\n"
        "Keep this notebook in the folder that came with it, and install once:\\n"
        "%pip install -r requirements.txt\\n"
        "On Colab: {there}."
    )
"""
PUBLISHED = """\
        from hashlib import sha256
        from urllib.request import urlopen

        url, start, space = "{folder}", Path("start.py"), {{}}
        code = start.read_bytes() if start.is_file() else None
        code = code or urlopen(f"{{url}}/start.py", timeout=30).read()
        if sha256(code).hexdigest() != "{digest}":
            raise OSError(
                "start.py is of another release than this notebook. Open the notebook "
                "from its link again, in an empty folder, and copy your answers."
            )
        exec(code, space)
        space["make_ready"](url, code)"""
NOT_PUBLISHED = """\
        exec(Path("start.py").read_text(), space := {{}})
        space["make_ready"]("")"""
THERE = {
    True: "look whether you are connected, and run this cell again",
    False: "upload the folder as a zip, `!unzip` it, and `%cd` into it",
}
OTTERS = "# Initialize Otter\nimport otter\ngrader = otter.Notebook("


def first_cell(name: str, folder: str = "", digest: str = "") -> str:
    """Write the first cell of an assignment's notebook.

    Args:
        name: of the assignment.
        folder: where its files can be fetched; "" for nowhere.
        digest: SHA-256 of its `start.py`, in hexadecimal digits.

    """
    on_colab = PUBLISHED if folder else NOT_PUBLISHED
    return CELL.format(
        name=name,
        on_colab=on_colab.format(folder=folder, digest=digest),
        there=THERE[bool(folder)],
    ).rstrip()


def put_first_cell(notebook: dict[str, Any], cell: str) -> None:
    """Replace Otter's first cell by ours, in place.

    Args:
        notebook: as JSON.
        cell: as `first_cell` wrote it.

    """
    for each in notebook["cells"]:
        if "".join(each["source"]).startswith(OTTERS):
            each["source"] = cell.splitlines(keepends=True)
