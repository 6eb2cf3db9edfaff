"""A student's JupyterLab in a browser: cells are typed into, run, and read.

Chromium is the one thing that is not installed with the tests; on Debian it is
`apt install chromium`. `HOMEWORK_PICTURES=folder` keeps a picture of every step.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.samples import on_one_line

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)
TOKEN = "student"  # noqa: S105 (of a server on this machine's loopback)
SETTINGS = {
    "apputils-extension/themes": {"adaptive-theme": True},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


@contextmanager
def jupyterlab(command: str, folder: Path, home: Path) -> Iterator[str]:
    """Run a command such as `jupyter lab x.ipynb` as a student would; give its page.

    Args:
        command: as README has it.
        folder: where it is run.
        home: holds what the server writes for itself.

    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program, *words = command.split()
    for name, values in SETTINGS.items():
        path = home / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values))
    places = {f"JUPYTER_{what}_DIR": str(home / what) for what in ("CONFIG", "RUNTIME")}
    environment = {
        **{key: value for key, value in os.environ.items() if key != "MPLBACKEND"},
        **places,
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
        "PYTHONPATH": "",
    }
    options = [f"--port={port}", "--no-browser", f"--IdentityProvider.token={TOKEN}"]
    options += ["--allow-root"] if os.geteuid() == 0 else []
    with open(home / "log", "wb") as log:
        server = subprocess.Popen(
            [str(Path(sys.executable).with_name(program)), *words, *options],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        name = next(word for word in words if word.endswith(".ipynb"))
        root = f"http://127.0.0.1:{port}"
        _wait(f"{root}/api?token={TOKEN}", server, home / "log")
        yield f"{root}/lab/tree/{name}?token={TOKEN}"
    finally:
        server.terminate()
        server.wait(30)


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
            assert server.poll() is None, log.read_text("utf-8", "replace")
        else:
            return
    raise AssertionError(log.read_text("utf-8", "replace"))


class Notebook:
    """The notebook on the page; its cells go by their place in the file."""

    def __init__(self, page: Any, count: int, pictures: Path | None = None) -> None:
        self.page, self.pictures, self.steps = page, pictures, 0
        self.cells = page.locator(".jp-NotebookPanel .jp-Cell")
        self.cells.nth(count - 1).wait_for(state="attached", timeout=120_000)
        page.locator("[data-status=idle]").first.wait_for(timeout=120_000)

    def write(self, place: int, source: str) -> None:
        """Replace what stands in a cell by typing."""
        cell = self.cells.nth(place)
        cell.scroll_into_view_if_needed()
        if "jp-MarkdownCell" in (cell.get_attribute("class") or ""):
            cell.dblclick()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)

    def run(self, place: int, *, seconds: float = 120) -> str:
        """Run a cell to its end; return what it says, on one line."""
        self.start(place)
        return self.finished(place, seconds=seconds)

    def start(self, place: int) -> None:
        """Begin to run a cell."""
        cell = self.cells.nth(place)
        cell.scroll_into_view_if_needed()
        cell.locator(".cm-content").click()
        prompt = cell.locator(".jp-InputPrompt")
        before = prompt.inner_text()
        self.page.keyboard.press("Control+Enter")
        prompt.filter(has_not_text=before).wait_for()

    def run_all(self) -> None:
        """Run all cells by the menu."""
        for name in ("Run", "Run All Cells"):
            self.page.get_by_role("menuitem", name=name, exact=True).click()

    def finished(self, place: int, *, seconds: float) -> str:
        """Wait until a cell has run; return what it says, on one line."""
        cell = self.cells.nth(place)
        done = cell.locator(".jp-InputPrompt", has_text=re.compile(r"\[\d+\]"))
        done.wait_for(state="attached", timeout=1000 * seconds)
        cell.scroll_into_view_if_needed()
        texts = cell.locator(".jp-OutputArea-output").all_inner_texts()
        return on_one_line("\n".join(texts))

    def picture(self, place: int) -> Any:
        """Return the first picture of a cell, on the screen."""
        shown = self.cells.nth(place).locator("img").first
        shown.scroll_into_view_if_needed()
        return shown

    def barriers(self, places: str) -> list[str]:
        """Let axe-core look at places, light and dark; say what it calls serious.

        Args:
            places: a CSS selector.

        """
        from axe_playwright_python.sync_playwright import Axe

        found = []
        for scheme in ("dark", "light"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.wait_for_timeout(500)
            said = Axe().run(self.page, context={"include": [[places]]}).response
            found += [
                f"{scheme}: {each['help']}: {each['nodes'][0]['html']}"
                for each in said["violations"]
                if each["impact"] in ("serious", "critical")
            ]
            assert said["passes"], "axe-core found nothing to look at"
        return found

    def interrupt(self) -> None:
        """Press the button once."""
        self.page.locator("[data-command='notebook:interrupt-kernel']").click()

    def look(self, what: str, place: int = 0) -> None:
        """Keep pictures of a cell's end: wide and narrow, light and dark."""
        if self.pictures is None:
            return
        self.steps += 1
        for width in (1280, 800):
            self.page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                self.page.emulate_media(color_scheme=scheme)
                for _ in range(2):  # cells that come into view move it once more
                    end = self.cells.nth(place)
                    end.evaluate("e => e.scrollIntoView({block: 'end'})")
                    self.page.wait_for_timeout(400)
                name = f"{self.steps:02}_{what}_{width}_{scheme}.png"
                self.page.screenshot(path=self.pictures / name)
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 1280, "height": 900})
