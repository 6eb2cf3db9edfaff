"""The pictures of the normalization notebook, drawn from the reader's own arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from deeplearning.plots import CYCLE, QUIET, axes, ink

if TYPE_CHECKING:
    from matplotlib.axes import Axes

GRAPH_NODES: dict[str, tuple[float, float, str]] = {
    "X": (0.0, 1.0, "X"),
    "mu": (1.5, 0.35, r"$\mu$"),
    "sigma2": (1.5, 1.65, r"$\sigma^2$"),
    "Z": (3.0, 1.0, "Z"),
    "gamma": (3.4, 0.0, r"$\gamma$"),
    "beta": (4.6, 0.0, r"$\beta$"),
    "Y": (4.6, 1.0, "Y"),
}


def draw_densities(
    points: npt.ArrayLike, densities: Mapping[str, npt.ArrayLike], *, ax: Any = None
) -> Axes:
    """Draw one curve a name, labelled at its peak.

    Args:
        points: where the densities were evaluated, shape (M,).
        densities: by name, the values at ``points``, shape (M,) each.
        ax: axes to draw into; new ones by default.

    """
    if ax is None:
        _, ax = axes()
    x = np.asarray(points, dtype=float)
    for (name, values), colour in zip(densities.items(), CYCLE, strict=False):
        y = np.asarray(values, dtype=float)
        top = int(y.argmax())
        ax.plot(x, y, color=colour)
        ax.annotate(
            name,
            (x[top], y[top]),
            xytext=(0, 4),
            textcoords="offset points",
            color=ink(colour),
            ha="center",
        )
    ax.set(xlabel="value of the feature", ylabel="density", ylim=(0, None))
    return ax  # type: ignore[no-any-return]


def draw_contours(
    contours: Mapping[str, Iterable[npt.ArrayLike]], *, ax: Any = None
) -> Axes:
    """Draw closed curves in the plane, one colour a name, with the centre of each.

    Args:
        contours: by name, its curves, each an array of points of shape (count, 2).
        ax: axes to draw into; new ones by default.

    """
    if ax is None:
        _, ax = axes(width=4.8, height=4.4)
    for (name, curves), colour in zip(contours.items(), CYCLE, strict=False):
        for curve in curves:
            points = np.asarray(curve, dtype=float)
            closed = np.vstack([points, points[:1]])
            ax.plot(closed[:, 0], closed[:, 1], color=colour)
        centre, top = points.mean(axis=0), points[points[:, 1].argmax()]
        ax.plot(*centre, "o", color=colour, markersize=4)
        ax.annotate(
            name,
            top,
            xytext=(0, 4),
            textcoords="offset points",
            color=ink(colour),
            ha="center",
        )
    ax.set(xlabel="feature 1", ylabel="feature 2", aspect="equal")
    ax.grid(visible=True, color=QUIET, alpha=0.3)
    ax.margins(0.1)
    return ax  # type: ignore[no-any-return]


def draw_graph(edges: Iterable[tuple[str, str]], *, ax: Any = None) -> Axes:
    """Draw the seven nodes of a batch-norm layer, and the given arrows between them.

    Args:
        edges: pairs ``("from", "to")`` of the names in `GRAPH_NODES`.
        ax: axes to draw into; new ones by default.

    Raises:
        ValueError: naming an arrow between other names.

    """
    edges = sorted(edges)
    for edge in edges:
        if not set(edge) <= set(GRAPH_NODES):
            raise ValueError(
                f"{edge!r} uses a name other than {', '.join(GRAPH_NODES)}."
            )
    if ax is None:
        _, ax = axes(width=5.6, height=2.8)
    for name, (x, y, label) in GRAPH_NODES.items():
        given = name in ("X", "gamma", "beta")
        ax.text(
            x, y, label, fontsize=13, ha="center", va="center", zorder=3,
            bbox={
                "boxstyle": "circle,pad=0.35" if len(name) > 1 else "circle,pad=0.45",
                "facecolor": "white",
                "edgecolor": CYCLE[0] if given else CYCLE[1],
                "linewidth": 2,
            },
        )  # fmt: skip
    for start, end in edges:
        ax.annotate(
            "", GRAPH_NODES[end][:2], GRAPH_NODES[start][:2],
            arrowprops={
                "arrowstyle": "-|>", "color": "black", "shrinkA": 18, "shrinkB": 20
            },
        )  # fmt: skip
    ax.set(xlim=(-0.5, 5.1), ylim=(-0.45, 2.1), aspect="equal")
    ax.axis("off")
    return ax  # type: ignore[no-any-return]


def draw_functions(
    panels: Mapping[str, Mapping[str, npt.ArrayLike]], x: npt.ArrayLike
) -> Any:
    """Draw panels side by side on the same scale, one line a name, narrow over wide.

    Args:
        panels: by title, the lines of a panel: by label, the values at ``x``.
        x: shape (M,).

    Returns:
        The array of axes.

    """
    _, row = axes(len(panels), width=6.4, height=2.8)
    for ax, (title, lines) in zip(row, panels.items(), strict=True):
        for index, (label, y) in enumerate(lines.items()):
            width = 2.0 * (len(lines) - index)
            ax.plot(x, y, color=CYCLE[index], label=label, linewidth=width)
        ax.set(title=title, xlabel="x", ylim=(-1.25, 1.25))
    row[0].legend(loc="upper left", handlelength=1.2)
    return row
