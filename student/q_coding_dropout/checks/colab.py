from __future__ import annotations

import contextlib
import sys
from typing import Any

TRIES = 2
SECONDS = 30


def on_colab():
    return "google.colab" in sys.modules


def notebook_on_screen():
    from google.colab import _message

    for _ in range(TRIES):
        found: Any = None
        with contextlib.suppress(Exception):
            found = _message.blocking_request("get_ipynb", timeout_sec=SECONDS)
        if isinstance(found, dict) and isinstance(found.get("ipynb"), dict):
            notebook: dict[str, Any] = found["ipynb"]
            return notebook
    return None


def download(path):
    from google.colab import files

    try:
        files.download(str(path))
        print(f"{path.name} is downloaded by your browser: upload it.")
    except Exception as error:
        print(
            f"The browser did not take the file ({type(error).__name__}: {error}). "
            f"Open the folder sign at the left, choose {path.name} in "
            f"{path.parent.name}, and download it there."
        )
