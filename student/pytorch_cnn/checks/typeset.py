from __future__ import annotations

import base64
import binascii
import io
import itertools
import json
import logging.handlers
import re
import tempfile
import textwrap
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

PACKAGES = "pypandoc_binary==1.17 typst==0.14.9"
MARKDOWN = (
    "markdown-raw_attribute-native_divs-native_spans-raw_tex-citations-yaml_metadata_block"
    "-pandoc_title_block-example_lists-implicit_figures-latex_macros"
    "+lists_without_preceding_blankline+tex_math_double_backslash+pipe_tables"
)
ENVIRONMENT = re.compile(
    r"^(\\begin\{(\w+\*?)\}.*?\\end\{\2\})\s*$", re.MULTILINE | re.DOTALL
)
TAG = re.compile(r"(<img\b[^>]*>|<br\s*/?>)", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*["']?((?<=["'])[^"']*|[^\s"'/>]+)""")
LONGEST_WORD = 60
TEXT_WIDTH = 174
PIXELS = 1800
TEMPLATE = """\
#set document(title: {title}, date: none)
#set page(paper: "a4", margin: (x: 18mm, top: 16mm, bottom: 16mm))
#set text(size: 11pt)
#set par(justify: false)
#set table(inset: 6pt, stroke: none)
#show image: it => context {{
  let (width, height) = measure(it)
  scale(calc.min(1, 170mm / width, 150mm / height) * 100%, reflow: true, it)
}}
#let horizontalrule = line(length: 100%, stroke: 0.5pt)
#let scales = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
#let fitted(number, body) = layout(size => {{
  let at(s) = block(width: size.width / s, body)
  let fits = scales.filter(s => measure(at(s)).height * s <= size.height)
  if fits.len() > 0 {{
    scale(fits.first() * 100%, origin: top + left, reflow: true, at(fits.first()))
  }} else {{
    [#metadata(number) <cut>]
    block(height: size.height - 8mm, clip: true,
      scale(scales.last() * 100%, origin: top + left, reflow: true, at(scales.last())))
    text(fill: rgb("#b00000"), size: 9pt)[Longer than its page.]
  }}
}})
#let sheet(number, who, foot, heading, prompt, answer) = page(
  header: text(size: 9pt, who), footer: text(size: 8pt, fill: luma(35%), foot), grid(
    columns: 100%, rows: (auto, auto, auto, 1fr), row-gutter: 4mm,
    text(size: 14pt, weight: "bold", heading),
    block(text(size: 9pt, fill: luma(35%), prompt)),
    line(length: 100%, stroke: 0.5pt + luma(60%)),
    fitted(number, answer),
  ))
"""


@dataclass(frozen=True)
class Sheet:

    heading: str
    prompt: str
    answer: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def typeset(
    sheets,
    target,
    *,
    title,
    name = "",
    student_id = "",
    beside = None,
    system_fonts = True,
):
    import typst

    remarks: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        parts = [
            [_part(text, sheet, folder, beside, remarks) for text in texts]
            for sheet in sheets
            for texts in [(sheet.prompt, sheet.answer)]
        ]
        source = folder / "pages.typ"
        who = (name, student_id)
        source.write_text(_document(sheets, parts, title, who), encoding="utf-8")
        compiler = typst.Compiler(root=folder, ignore_system_fonts=not system_fonts)
        try:
            made = compiler.compile(source)
        except typst.TypstError:
            for sheet, made_parts in zip(sheets, parts, strict=True):
                _spell_out(compiler, sheet, made_parts, folder, remarks)
            source.write_text(_document(sheets, parts, title, who), encoding="utf-8")
            made = compiler.compile(source)
        assert isinstance(made, bytes)
        target.write_bytes(made)
        cut = json.loads(compiler.query("<cut>", field="value"))
    for number in cut:
        remarks.append(
            f"{sheets[number - 1].heading}: the answer is longer than its page, and "
            "its end is not shown. Shorten it."
        )
    return remarks


def _document(
    sheets, parts, title, who
):
    name, number = who
    head = f"Name: #{_text(name or '_' * 32)} #h(1fr) ID: #{_text(number or '_' * 16)}"
    pages = [TEMPLATE.format(title=_text(title))]
    for place, (sheet, (prompt, answer)) in enumerate(zip(sheets, parts, strict=True)):
        foot = f"{title} · written question {place + 1} of {len(sheets)}"
        pages.append(
            f"#sheet({place + 1}, [{head}], {_text(foot)}, {_text(sheet.heading)}, "
            f"[\n{prompt}\n], [\n{answer}\n])\n"
        )
    return "".join(pages)


def _part(
    text, sheet, folder, beside, remarks
):
    if not text.strip():
        return ""
    pictures = Pictures(folder, beside, sheet.pictures)
    made = to_typst(text, pictures)
    remarks += [f"{sheet.heading}: {each}" for each in pictures.missing]
    return made


def _spell_out(
    compiler, sheet, parts, folder, remarks
):
    import typst

    for place, text in enumerate((sheet.prompt, sheet.answer)):
        trial = folder / "trial.typ"
        alone = ["", ""]
        alone[place] = parts[place]
        trial.write_text(_document([sheet], [alone], "", ("", "")), "utf-8")
        try:
            compiler.compile(trial)
        except typst.TypstError as error:
            parts[place] = f"#raw({_text(text)}, block: true)"
            remarks.append(
                f"{sheet.heading}: something in it cannot be set "
                f"({_first_line(error)}), so it is shown as it was typed."
            )


def _first_line(error):
    return str(error).strip().partition("\n")[0]


def _text(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def to_typst(text, pictures):
    plain = ENVIRONMENT.sub(lambda found: f"\n\n$$\n{found[1]}\n$$\n\n", text)
    read = json.loads(_pandoc(plain, MARKDOWN, "json", pictures.missing))
    read["blocks"] = _tamed(read["blocks"], pictures)
    made = _pandoc(json.dumps(read), "json", "typst", pictures.missing)
    return made.replace('delim: "||"', 'delim: "|"')


def _pandoc(text, given, wanted, remarks):
    import pypandoc

    heard = logging.handlers.BufferingHandler(1000)
    pypandoc.logger.addHandler(heard)
    others = [each for each in pypandoc.logger.handlers if each is not heard]
    for each in others:
        pypandoc.logger.removeHandler(each)
    try:
        made: str = pypandoc.convert_text(
            text, wanted, format=given, extra_args=["--wrap=none"], sandbox=True
        )
    finally:
        pypandoc.logger.removeHandler(heard)
    said = "\n".join(record.getMessage() for record in heard.buffer)
    left = dict.fromkeys(re.findall(r"TeX math (.+?), rendering", said, re.DOTALL))
    remarks += [
        f"the formula {tex[:60]} is shown as it was typed, for part of it is not known."
        for tex in left
    ]
    return made


def _tamed(node, pictures):
    if isinstance(node, list):
        return [_tamed(each, pictures) for each in node]
    if not isinstance(node, dict):
        return node
    kind: Any = node.get("t")
    content: Any = node.get("c")
    if kind == "Image":
        return _picture(content, pictures)
    if kind in ("RawInline", "RawBlock"):
        plain = [_tagged(part, pictures) for part in TAG.split(content[1]) if part]
        inline = {"t": "Span", "c": [["", [], []], plain]}
        return {"t": "Para", "c": plain} if kind == "RawBlock" else inline
    if kind == "Math":
        return {"t": kind, "c": [content[0], paired_bars(content[1])]}
    if kind == "Str" and len(content) > LONGEST_WORD:
        return {"t": kind, "c": "\u200b".join(textwrap.wrap(content, LONGEST_WORD))}
    if kind == "Link":
        return {"t": "Span", "c": [["", [], []], _tamed(content[1], pictures)]}
    if kind == "Header":
        return {"t": "Para", "c": [{"t": "Strong", "c": _tamed(content[2], pictures)}]}
    return {key: _tamed(value, pictures) for key, value in node.items()}


def _tagged(text, pictures):
    if not TAG.fullmatch(text):
        return {"t": "Str", "c": text}
    if text[1] in "bB":
        return {"t": "LineBreak"}
    has = dict(ATTRIBUTE.findall(text))
    sizes = [["width", has["width"]]] if "width" in has else []
    return _picture([["", [], sizes], [], [has.get("src", ""), ""]], pictures)


def paired_bars(tex):
    parts = re.split(r"(?<!\\)\\\|", tex)
    if len(parts) % 2 == 0:
        return tex
    bars = itertools.cycle((r"\lVert ", r"\rVert "))
    return parts[0] + "".join(next(bars) + part for part in parts[1:])


def _picture(content, pictures):
    attributes, words, (target, title) = content
    name = pictures.fetch(target)
    if name is None:
        words = [{"t": "Str", "c": f"[picture not shown: {target[:60]}]"}]
        return {"t": "Strong", "c": words}
    sizes = [
        [side, _length(size)]
        for side, size in attributes[2]
        if side == "width" or (side == "height" and not size.endswith("%"))
    ]
    return {"t": "Image", "c": [["", [], sizes], words, [name, title]]}


def _length(size):
    share = re.fullmatch(r"(\d+(?:\.\d+)?)%", size)
    return f"{float(share[1]) / 100 * TEXT_WIDTH:g}mm" if share else size


@dataclass
class Pictures:

    folder: Path
    beside: Path | None
    pasted: Mapping[str, bytes]
    missing: list[str] = field(default_factory=list)

    def fetch(self, target):
        data = self._bytes(target)
        if data is None:
            self.missing.append(
                f"the picture {target[:60]} was not found. Paste it into the answer."
            )
            return None
        is_drawing = b"<svg" in data[:1000]
        try:
            made = as_drawing(data) if is_drawing else as_photo(data)
        except (OSError, ValueError, SyntaxError):
            self.missing.append(
                f"the picture {target[:60]} cannot be read: it is broken, too large, "
                "or neither PNG nor JPEG. Paste another."
            )
            return None
        suffix = "svg" if is_drawing else "png" if made[:4] == b"\x89PNG" else "jpg"
        name = f"picture{len(list(self.folder.iterdir()))}.{suffix}"
        (self.folder / name).write_bytes(made)
        return name

    def _bytes(self, target):
        name = unquote(target.removeprefix("attachment:"))
        if target.startswith("attachment:"):
            return self.pasted.get(name)
        if target.startswith("data:image/"):
            return _decoded(target.partition("base64,")[2])
        if self.beside is None or re.match(r"\w+:", target):
            return None
        path = (self.beside / name).resolve()
        return path.read_bytes() if path.is_file() else None


def _decoded(text):
    try:
        return base64.b64decode(text)
    except binascii.Error:
        return b""


def as_drawing(data):
    ElementTree.fromstring(data)
    return data


def as_photo(data):
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            opened = Image.open(io.BytesIO(data))
        except Image.DecompressionBombError as error:
            raise ValueError(str(error)) from error
    with opened:
        kind = "PNG" if opened.format in ("PNG", "GIF") else "JPEG"
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((PIXELS, PIXELS))
        made = io.BytesIO()
        mode = "RGBA" if kind == "PNG" else "RGB"
        upright.convert(mode).save(made, kind, quality=85)
    return made.getvalue()


def pasted(cells):
    for cell in cells:
        for name, kinds in cell.get("attachments", {}).items():
            for kind, data in kinds.items():
                text = "".join(data)
                if kind == "image/svg+xml" and text.lstrip().startswith("<"):
                    yield name, text.encode()
                else:
                    yield name, _decoded(text)
