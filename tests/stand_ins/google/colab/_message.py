"""Requests to the page."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def blocking_request(
    request_type: str,
    request: str | dict[str, Any] = "",
    timeout_sec: int | None = 5,
    parent: dict[str, Any] | None = None,
) -> Any:
    """Ask the page, and wait; None when it does not answer in time."""
    assert request_type == "get_ipynb"
    page = os.environ.get("COLAB_PAGE")
    if not page:
        return None
    notebook = json.loads(Path(page).read_text(encoding="utf-8"))
    notebook["metadata"]["colab"] = {"name": "Copy of a homework.ipynb"}
    return {"ipynb": notebook}
