"""Draw what a student sees when a check fails: docs/pictures/failed_check.png.

    make picture

A kernel runs the released notebook with a wrong answer of the question's own; a browser
draws the cell and what the check said. Chromium is the one thing that `make` does not
install; on Debian it is `apt install chromium`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "assignments")]

from nbclient import NotebookClient  # noqa: E402
from nbconvert import HTMLExporter  # noqa: E402
from PIL import Image, ImageChops  # noqa: E402
from pygments.formatters import HtmlFormatter  # noqa: E402

from homework.questions.answers import answers  # noqa: E402
from homework.questions.layout import Repository  # noqa: E402
from homework.release.places import released  # noqa: E402
from homework.release.samples import submission  # noqa: E402

ASSIGNMENT, QUESTION = "cnn", "q03_max_pool_forward"
ANSWER = "rejected/starts_from_zero"
PICTURE = Path(__file__).with_suffix(".png")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT, MARGIN = 860, 1600, 16  # pixels; empty paper below is cut off
STYLE = """
body { font: 15px/1.45 'DejaVu Sans', sans-serif; margin: 16px; background: white; }
pre { font: 13px/1.45 'DejaVu Sans Mono', monospace; margin: 0; white-space: pre-wrap; }
.input pre, .jp-InputArea pre { padding: 10px; background: #f6f7f9;
    border: 1px solid #d8dbe0; border-left: 4px solid #3a76c4; margin-bottom: 8px; }
.output, .jp-OutputArea { margin: 8px 0 16px; }
.prompt, .jp-InputPrompt, .jp-OutputPrompt, .anchor-link { display: none; }
"""


def browser() -> str:
    """Find a browser that draws without a screen."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    sys.exit(f"No picture is drawn: none of {', '.join(BROWSERS)} is installed.")


def run_notebook(folder: Path) -> Any:
    """Run the notebook up to the question's check; keep its answer and its check."""
    repository = Repository(ROOT)
    (assignment,) = repository.assignments((ASSIGNMENT,))
    places = released(repository, assignment)
    home = Path(shutil.copytree(places.student, folder / ASSIGNMENT))
    known = answers(assignment.question(QUESTION), ANSWER.partition("/")[0])
    (wrong,) = [answer for answer in known if answer.name == ANSWER]
    _, _, source = wrong.source.partition("\n\n\n")  # without what we say of it
    made = submission(places.notebook, {QUESTION: source})
    checked = f'grader.check("{QUESTION}")'
    (end,) = [n for n, cell in enumerate(made.cells) if cell.source == checked]
    del made.cells[end + 1 :]
    work = {"metadata": {"path": str(home)}}
    NotebookClient(made, timeout=600, allow_errors=True, resources=work).execute()
    del made.cells[: end - 1]
    return made


def page(notebook: Any) -> str:
    """Write a notebook as a page that asks the network for nothing."""
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    colours = HtmlFormatter().get_style_defs(".highlight")
    body = body.replace("\N{CROSS MARK}", "\N{BALLOT X}")  # in every font
    return f"<meta charset='utf-8'><style>{colours}{STYLE}</style>{body}"


def draw(html: Path, picture: Path) -> None:
    """Let the browser draw a page, cut the empty paper off, and write few colours."""
    command = [browser(), "--headless", "--disable-gpu", "--hide-scrollbars"]
    command += ["--no-sandbox"] if os.geteuid() == 0 else []
    command += [f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={picture}"]
    subprocess.run([*command, html.as_uri()], check=True, capture_output=True)
    with Image.open(picture) as opened:
        drawn = opened.convert("RGB")
    paper = Image.new("RGB", drawn.size, "white")
    box = ImageChops.difference(drawn, paper).getbbox()
    bottom = min(HEIGHT, (box[3] if box else HEIGHT) + MARGIN)
    drawn.crop((0, 0, WIDTH, bottom)).quantize(64).save(picture, optimize=True)


def main() -> None:
    """Draw the picture."""
    browser()
    with tempfile.TemporaryDirectory() as scratch:
        html = Path(scratch, "page.html")
        html.write_text(page(run_notebook(Path(scratch))), encoding="utf-8")
        draw(html, PICTURE)
    print(f"wrote {PICTURE.relative_to(ROOT)}, {PICTURE.stat().st_size:,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
