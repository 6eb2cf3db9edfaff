"""One look for every figure: palette and sizes.

matplotlib is imported when a figure is drawn, not before: grading draws none.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.axes import Axes

# Okabe and Ito's colours, safe for colour-blind readers.
GIVEN = "#0072B2"  # blue: what is given, the baseline
YOURS = "#E69F00"  # orange: what you built
THIRD = "#009E73"  # green
FOURTH = "#CC79A7"  # pink
ALARM = "#D55E00"  # vermilion
QUIET = "#999999"  # grey: axes, guides, context
CYCLE = (GIVEN, YOURS, THIRD, FOURTH, ALARM, QUIET)

READABLE = 4.5
"""Least contrast of words with a white ground (WCAG 2, level AA)."""

LINE_HEIGHT = 14.0
"""Distance between two labels, in points."""

STYLE: dict[str, Any] = {
    "figure.dpi": 100,
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11,
    "legend.frameon": False,
    "lines.linewidth": 2.0,
    "svg.fonttype": "path",
    "svg.hashsalt": "homework",
}


@contextmanager
def course_style() -> Iterator[None]:
    """Draw in the course's style inside the ``with`` block."""
    import matplotlib.pyplot as plt
    from cycler import cycler

    _load_backend()
    settings: Any = {**STYLE, "axes.prop_cycle": cycler(color=CYCLE)}
    with plt.rc_context(settings):
        yield


@cache
def _load_backend() -> None:
    """Load what shows figures before settings are changed for a while.

    A notebook's backend switches interactive mode on when the first figure loads it.
    Inside a context that restores settings this would be undone at the end, and no
    later figure would be shown.
    """
    import matplotlib.pyplot as plt

    plt.switch_backend(plt.get_backend())


def ink(colour: Any) -> str:
    """Darken a colour until words in it can be read on white.

    Args:
        colour: anything that matplotlib takes for one.

    Returns:
        The same hue as "#rrggbb", with a contrast of at least `READABLE`.

    """
    from matplotlib.colors import to_hex, to_rgb

    shade = to_rgb(colour)
    while _contrast_with_white(to_rgb(to_hex(shade))) < READABLE:
        shade = tuple(0.98 * part for part in shade)  # type: ignore[assignment]
    return to_hex(shade)


def _contrast_with_white(rgb: tuple[float, float, float]) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in rgb
    ]
    red, green, blue = linear
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def axes(columns: int = 1, *, width: float = 5.6, height: float = 3.2) -> Any:
    """Open a figure in the course's style.

    Args:
        columns: panels side by side.
        width: of the whole figure, in inches (100 pixels each).
        height: of the whole figure, in inches.

    Returns:
        The figure and its axes: one object, or an array when there are several.

    """
    import matplotlib.pyplot as plt

    with course_style():
        return plt.subplots(1, columns, figsize=(width, height), layout="constrained")


def plot_curves(
    curves: dict[str, Any], *, xlabel: str, ylabel: str, ax: Axes | None = None
) -> Axes:
    """Draw one line a name, labelled at its right end.

    Args:
        curves: by name, the y values, or a pair of x and y values; at most six.
        xlabel: what the x axis counts, with its unit.
        ylabel: what the y axis measures.
        ax: axes to draw into, their scales already set; new ones by default.

    Returns:
        The axes.

    """
    if ax is None:
        _, ax = axes()
    ends = {}
    for (name, values), colour in zip(curves.items(), CYCLE, strict=False):
        x, y = values if isinstance(values, tuple) else (range(len(values)), values)
        ax.plot(x, y, color=colour)
        ends[name] = (list(x)[-1], list(y)[-1], colour)
    ax.set_xlabel(xlabel)
    ax.set_ylabel(ylabel)
    _label_ends(ax, ends)
    return ax


def _label_ends(ax: Axes, ends: dict[str, tuple[float, float, str]]) -> None:
    """Write each name beside its point, pushed up where it would hide another."""
    points = 72 / ax.figure.dpi
    highest = -float("inf")
    heights = {
        name: points * float(ax.transData.transform((x, y))[1])
        for name, (x, y, _) in ends.items()
    }
    for name in sorted(ends, key=heights.__getitem__):
        x, y, colour = ends[name]
        place = max(heights[name], highest + LINE_HEIGHT)
        ax.annotate(
            name,
            (x, y),
            xytext=(5, place - heights[name]),
            textcoords="offset points",
            color=ink(colour),
            va="center",
        )
        highest = place
