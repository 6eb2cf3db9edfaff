"""What is different on Colab: the notebook is on the screen, and no file on disk."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import Any

TRIES = 2  # the first request of a long notebook can take too long
SECONDS = 30


def on_colab() -> bool:
    """Say whether Colab runs this."""
    return "google.colab" in sys.modules


def notebook_on_screen() -> dict[str, Any] | None:
    """Ask Colab's page for the notebook; None when it does not answer."""
    from google.colab import _message

    for _ in range(TRIES):
        found: Any = None
        with contextlib.suppress(Exception):  # the page answers with an error
            found = _message.blocking_request("get_ipynb", timeout_sec=SECONDS)
        if isinstance(found, dict) and isinstance(found.get("ipynb"), dict):
            notebook: dict[str, Any] = found["ipynb"]
            return notebook
    return None


def download(path: Path) -> None:
    """Send a file to the student's computer, or say where it can be taken from."""
    from google.colab import files

    try:
        files.download(str(path))
        print(f"{path.name} is downloaded by your browser: upload it.")
    except Exception as error:  # what a front end may do, nobody has written down
        print(
            f"The browser did not take the file ({type(error).__name__}: {error}). "
            f"Open the folder sign at the left, choose {path.name} in "
            f"{path.parent.name}, and download it there."
        )
