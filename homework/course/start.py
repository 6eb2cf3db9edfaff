"""`homework init`: start the repository of another course.

It gets the tools as they are here, what tests are made of, and a model question; from
then on it is its own. What is copied lies in a clone of the tools' repository, or, when
the tools were installed as a package, in the package (``setup.py`` puts it there).
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from string import Template

import homework
from homework.base.errors import HomeworkError
from homework.base.files import write_bytes, write_text

HERE = Path(__file__).parent
MODEL = HERE / "model"  # files of a new course; `.txt` behind a name keeps it asleep
INSTALLED = HERE / "shared"


def shared_files() -> dict[str, Path]:
    """List what a new course shares with this one: where it goes, and where it lies.

    Raises:
        HomeworkError: when the tools are neither in a clone nor whole.

    """
    source = INSTALLED if INSTALLED.is_dir() else HERE.parents[1]
    names = (HERE / "shared_files.txt").read_text(encoding="utf-8").split()
    found = {name: source / name for name in names}
    for path in found.values():
        if not path.is_file():
            raise HomeworkError(
                path,
                "is missing, which a new course needs.",
                "Install the tools again.",
            )
    return found


def start(folder: Path) -> list[str]:
    """Write the repository of a new course.

    Returns:
        What was written, by its place in the folder; the tools as one entry.

    Raises:
        HomeworkError: when the folder holds something, or its name cannot be one.

    """
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise HomeworkError(folder, "is not empty.", "Name a new folder.")
    shared = shared_files()
    for name, path in shared.items():
        write_bytes(folder / name, path.read_bytes())
    models = sorted(path for path in MODEL.rglob("*.txt") if path.is_file())
    made = [path.relative_to(MODEL).as_posix().removesuffix(".txt") for path in models]
    words = {"course": re.sub(r"[_-]+", " ", folder.name)}
    for name, path in zip(made, models, strict=True):
        text = path.read_text(encoding="utf-8")
        filled = Template(text).substitute(words) if name == "README.md" else text
        write_text(folder / name, filled)
    for assignment in (folder / "assignments").glob("*/intro.py"):
        (assignment.parent / "checks").symlink_to(Path("..") / "checks")
    tools = Path(homework.__file__).parent
    left_out = shutil.ignore_patterns("__pycache__", "*.pyc", "shared")
    shutil.copytree(tools, folder / "homework", ignore=left_out)
    return sorted([*shared, *made, "homework/"])
