"""The tanh network of the last questions, with the shape of every matrix."""

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, axes

COLUMNS = (
    ("$x^{(0)}$", ("1", "$x$")),
    ("$x^{(1)}$", ("1", "tanh", "tanh")),
    ("$x^{(2)}$", ("1", "tanh")),
    ("$x^{(3)}$", ("linear",)),
)
WEIGHTS = ("$W^{(1)}$\n2 x 2", "$W^{(2)}$\n3 x 1", "$W^{(3)}$\n2 x 1")

figure, ax = axes(width=6.0, height=2.9)
places = [
    [(3.0 * column, len(units) / 2 - 0.5 - row) for row in range(len(units))]
    for column, (_, units) in enumerate(COLUMNS)
]
for column, weights in enumerate(WEIGHTS):
    for start in places[column]:
        for place, unit in zip(places[column + 1], COLUMNS[column + 1][1], strict=True):
            if unit != "1":
                ax.plot(*zip(start, place, strict=True), color=QUIET, lw=1.2, zorder=1)
    ax.text(3.0 * column + 1.5, -2.15, weights, ha="center", va="center", color=YOURS)
for column, (name, units) in enumerate(COLUMNS):
    for (x, y), unit in zip(places[column], units, strict=True):
        edge = QUIET if unit == "1" else GIVEN
        ax.scatter(x, y, s=1150, color="white", edgecolor=edge, linewidth=1.8, zorder=2)
        ax.text(x, y, unit, ha="center", va="center", fontsize=10, zorder=3)
    ax.text(3.0 * column, 1.95, name, ha="center", va="center", color=GIVEN)
ax.set(xlim=(-0.8, 9.8), ylim=(-2.7, 2.3))
ax.axis("off")
save_svg(figure, __file__)
