"""Whether this machine can shut a submission in."""

from __future__ import annotations

import platform
import sys

from homework.base.errors import HomeworkError

SYSTEMS = {"Darwin": "macOS"}


def require_linux(command: str) -> None:
    """Refuse at once where there is no sandbox.

    Raises:
        HomeworkError: with the roads that are open.

    """
    if sys.platform == "linux":
        return
    name = SYSTEMS.get(platform.system(), platform.system())
    raise HomeworkError(
        command,
        f"cannot shut a submission in on {name}: its sandbox is made by Linux.",
        "Grade in a container: docs/cluster.md has its two commands. Or, where you "
        "trust every submission with your files, `otter run NOTEBOOK -a ZIP` grades "
        "one here; it promises nothing: what it runs may read and change whatever you "
        "may, read the hidden tests, write its own score, and never end.",
    )
