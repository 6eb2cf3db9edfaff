"""Drawings that a committed script makes: small SVG files that do not change."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from deeplearning.plots import course_style, ink

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Half of what matplotlib writes is digits and names that nobody sees.
SMALL = (
    "--set-precision=4",
    "--enable-id-stripping",
    "--shorten-ids",
    "--remove-metadata",
    "--enable-comment-stripping",
    "--strip-xml-prolog",
    "--indent=none",
    "--no-line-breaks",
)
# Words stay words, which a screen reader and a search find. Where DejaVu is not
# installed, Verdana is as wide.
FAMILY = "'DejaVu Sans',Verdana,sans-serif"


def save_svg(figure: Figure, script: str) -> Path:
    """Save a drawing beside the script that draws it, the same bytes every time.

    Its words are darkened until they can be read.

    Args:
        figure: the drawing.
        script: the script's ``__file__``; the SVG takes its stem.

    """
    import matplotlib.pyplot as plt
    from matplotlib import rc_context
    from matplotlib.text import Text
    from scour.scour import parse_args, scourString

    for words in figure.findobj(Text):
        words.set_color(ink(words.get_color()))
    drawn = io.StringIO()
    with course_style(), rc_context({"svg.fonttype": "none"}):
        figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)
    target = Path(script).with_suffix(".svg")
    small = scourString(drawn.getvalue(), parse_args(list(SMALL)))
    target.write_text(f"{_one_family(small).strip()}\n", encoding="utf-8")
    return target


def _one_family(svg: str) -> str:
    """Name the family of all words once, instead of at each word."""
    for name in set(re.findall(r' font-family="\'([^\']+)', svg)) - {"DejaVu Sans"}:
        words = f"words of the drawing are set in {name}, which readers may not have"
        raise ValueError(f"{words}: write them without mathtext")
    plain = re.sub(r' font-family="[^"]*"', "", svg)
    return plain.replace("*{", f"*{{font-family: {FAMILY}; ", 1)
