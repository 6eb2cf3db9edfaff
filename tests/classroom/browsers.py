"""A page as people see it: two widths, light and dark, and what axe says of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
WIDTHS = (420, 1280)
with_browser = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium")


def assert_accessible(page: Any) -> None:
    """Let axe-core look at a page; nothing serious may be wrong with it."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    wrong = {each["id"]: each["impact"] for each in found}
    assert not set(wrong.values()) & {"serious", "critical"}, wrong


@contextmanager
def opened(path: Path, width: int, scheme: str = "light") -> Iterator[Any]:
    """Open a page; it fits, and in the end its console is empty."""
    from playwright.sync_api import sync_playwright

    said: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        size: Any = {"width": width, "height": 900}
        how: Any = {"color_scheme": scheme}
        shown = browser.new_page(viewport=size, **how)
        shown.on("console", lambda message: said.append(message.text))
        shown.on("pageerror", lambda error: said.append(str(error)))
        shown.goto(path.as_uri())
        fits = "document.documentElement.scrollWidth <= window.innerWidth"
        assert shown.evaluate(fits)
        yield shown
        browser.close()
    assert said == []


def assert_reads_well(path: Path) -> None:
    """Look at a page in every width and scheme; the dark one is dark."""
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            with opened(path, width, scheme) as shown:
                assert_accessible(shown)
                back = "getComputedStyle(document.body).backgroundColor"
                is_light = shown.evaluate(back) == "rgb(255, 255, 255)"
                assert is_light is (scheme == "light")
