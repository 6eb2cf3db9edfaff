"""Put the written answers of a notebook into a PDF, one page a question.

The questions that a person grades are those that Otter brackets with comments. Each
gets exactly one page, so that page numbers are the same for every student and the
outline on Gradescope needs to be drawn once. No LaTeX, no browser: matplotlib sets
the text and the formulas.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checks.notebook import running_notebook

BEGIN, END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"
PAPER = (8.27, 11.69)  # A4, in inches
MARGIN = 0.08  # of the paper's width and height
LARGEST, SMALLEST = 11.0, 3.0  # font sizes, in points


@dataclass(frozen=True)
class Written:
    """One written question: its heading, what was asked, what was answered."""

    heading: str
    prompt: str
    answer: str


def save_written_answers(notebook: str | Path | None = None) -> Path | None:
    """Write ``<notebook>-written.pdf`` beside the notebook, from its saved file.

    Args:
        notebook: the file; by default the one notebook in the working folder.

    Returns:
        The PDF, or ``None`` when the notebook has no written questions.

    Raises:
        FileNotFoundError: when it is not clear which notebook is meant.

    """
    path = Path(notebook) if notebook else _only_notebook()
    questions = written_questions(path)
    if not questions:
        print("This notebook has no written questions.")
        return None
    target = path.with_name(f"{path.stem}-written.pdf")
    draw_pages(questions, target, title=path.stem)
    print(f"{target.name}: {len(questions)} page(s). Read it before you hand it in.")
    return target


def _only_notebook() -> Path:
    running = running_notebook()
    if running:
        return running
    found = sorted(Path.cwd().glob("*.ipynb"))
    if len(found) != 1:
        names = ", ".join(path.name for path in found) or "none"
        raise FileNotFoundError(
            f"Which notebook? This folder has: {names}. "
            'Name it: save_written_answers("bn_drop.ipynb").'
        )
    return found[0]


def written_questions(path: Path) -> list[Written]:
    """Read the written questions of a notebook, in their order."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [_written(block) for block in _blocks(cells)]


def _blocks(cells: list[dict[str, Any]]) -> Iterator[list[str]]:
    block: list[str] | None = None
    for cell in cells:
        source = "".join(cell["source"])
        if block is not None and source.lstrip().startswith(END):
            yield block
            block = None
        if BEGIN in source:
            block = []
        if block is not None and cell["cell_type"] == "markdown":
            text = source.replace(BEGIN, "").replace(END, "").strip()
            block += [text] if text else []
    if block:
        yield block


def _written(block: list[str]) -> Written:
    *asked, answer = block if len(block) > 1 else [*block, ""]
    lines = "\n\n".join(asked).splitlines()
    heading = lines[0].lstrip("# ").strip() if lines else ""
    return Written(heading, "\n".join(lines[1:]).strip(), answer.strip())


def draw_pages(questions: list[Written], target: Path, *, title: str) -> None:
    """Draw one page a question; a long answer is set smaller, never on two pages."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    fixed = {"CreationDate": None, "Producer": None, "Creator": None}
    # Uncompressed, so that the bytes do not depend on the machine's zlib.
    same = rc_context({"pdf.compression": 0})
    with same, PdfPages(target, metadata=fixed) as pages:
        for number, question in enumerate(questions, start=1):
            page = Figure(figsize=PAPER)
            foot = f"{title} · written question {number} of {len(questions)}"
            page.text(MARGIN, MARGIN / 2, foot, fontsize=8, color="#666666")
            bottom = _set(page, question.heading, top=1 - MARGIN, size=14.0)
            bottom = _set(page, question.prompt, top=bottom, size=9.0, color="#666666")
            _set(page, question.answer, top=bottom, size=LARGEST)
            pages.savefig(page)


def _set(
    page: Any, text: str, *, top: float, size: float, color: str = "black"
) -> float:
    """Set a paragraph below ``top``, small enough to fit; return where it ends."""
    room = top - MARGIN
    while True:
        lines = _wrapped(text, width=int(92 * LARGEST / size))
        height = len(lines) * size * 1.45 / 72 / PAPER[1]
        if height <= room or size <= SMALLEST:
            break
        size -= 0.5
    body = "\n".join(shown(line) for line in lines)
    page.text(MARGIN, top, body, fontsize=size, va="top", color=color, linespacing=1.35)
    return top - height - 0.02


def _wrapped(text: str, *, width: int) -> list[str]:
    return [
        part
        for line in text.splitlines()
        for part in (textwrap.wrap(line, width, break_long_words=True) or [""])
    ]


def shown(line: str) -> str:
    """Keep formulas that matplotlib can set; show all other dollars as they are."""
    from matplotlib.mathtext import MathTextParser

    plain = line.replace("**", "")
    if re.search(r"\$[^$]+\$", plain):
        try:
            MathTextParser("path").parse(plain.replace("$$", "$"))
        except ValueError:
            return plain.replace("$", r"\$")
        return plain.replace("$$", "$")
    return plain.replace("$", r"\$")
