from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from checks.colab import download, on_colab
from checks.columns import in_columns
from checks.handing_in import ANSWER, PLACEHOLDER, QUESTION
from checks.notebook import running_notebook, unsaved
from checks.typeset import PACKAGES, Sheet, pasted, typeset

BEGIN, END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"


def save_written_answers(
    notebook = None, *, name = "", student_id = ""
):
    path = Path(notebook) if notebook else running_notebook()
    if path is None and on_colab():
        print("Colab did not give the notebook. Run this cell again.")
        return None
    path = path or _only_notebook()
    if path is None:
        return None
    try:
        sheets = written_questions(path)
    except (OSError, ValueError, LookupError) as error:
        print(f"{path} cannot be read ({type(error).__name__}: {error}).")
        return None
    if not sheets:
        print("This notebook has no written questions.")
        return None
    target = path.with_name(f"{path.stem}-written.pdf")
    try:
        remarks = typeset(
            sheets,
            target,
            title=path.stem,
            name=name,
            student_id=student_id,
            beside=path.parent,
        )
    except ModuleNotFoundError as missing:
        print(
            f"'{missing.name}' is missing, which writes the PDF. Run "
            f"`%pip install {PACKAGES}` in a cell of its own, then this cell."
        )
        return None
    pages = (
        "1 page" if len(sheets) == 1 else f"{len(sheets)} pages, one for each question"
    )
    print(f"{target.name}: {pages}. Read it before you hand it in.")
    remarks = [*_forgotten(sheets, name, student_id), *remarks]
    for remark in remarks if notebook else [*unsaved(path), *remarks]:
        print(in_columns(f"Look at this: {remark}"))
    if on_colab():
        download(target)
    return target


def _forgotten(sheets, name, student_id):
    if not (name and student_id):
        yield "put your name and your ID into this cell: pages say whose they are."
    for sheet in sheets:
        if not sheet.answer.strip() or PLACEHOLDER in sheet.answer:
            yield f"'{sheet.heading}' has no answer in the saved file."


def _only_notebook():
    found = sorted(Path.cwd().glob("*.ipynb"))
    if len(found) == 1:
        return found[0]
    names = ", ".join(path.name for path in found) or "none"
    print(
        f"Which notebook? This folder has: {names}. "
        'Name it: save_written_answers("bn_drop.ipynb", ...).'
    )
    return None


def written_questions(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [_sheet(block) for block in _blocks(cells)]


def _blocks(cells):
    block: list[dict[str, Any]] | None = None
    for cell in cells:
        source = "".join(cell["source"])
        if block is not None and source.lstrip().startswith(END):
            yield block
            block = None
        if BEGIN in source:
            block = []
        text = source.replace(BEGIN, "").replace(END, "").strip()
        if block is not None and text:
            block.append({**cell, "source": text})
    if block:
        yield block


def _sheet(block):
    tagged = [n for n, cell in enumerate(block) if _is_answer(cell)]
    first = tagged[0] if tagged else max(len(block) - 1, 1)
    lines = "\n\n".join(cell["source"] for cell in block[:first]).splitlines() or [""]
    start = next((n for n, line in enumerate(lines) if QUESTION.match(line)), 0)
    return Sheet(
        heading=lines[start].lstrip("# ").strip(),
        prompt="\n".join(lines[start + 1 :]).strip(),
        answer="\n\n".join(map(_markdown, block[first:])),
        pictures=dict(pasted(block)),
    )


def _is_answer(cell):
    return ANSWER in cell.get("metadata", {}).get("tags", ())


def _markdown(cell):
    source: str = cell["source"]
    return f"```python\n{source}\n```" if cell["cell_type"] == "code" else source
