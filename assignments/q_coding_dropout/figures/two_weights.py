"""Draw the model with two weights, and the four inputs that dropout makes of one."""

from matplotlib.patches import Circle

from deeplearning.drawings import save_svg
from deeplearning.plots import ALARM, GIVEN, QUIET, YOURS, axes

MASKS = ((20, 2), (20, 0), (0, 2), (0, 0))

figure, (net, table) = axes(2, width=6.4, height=2.6)
for height, value, weight in ((0.75, "10", "$w_1$"), (0.25, "1", "$w_2$")):
    net.add_patch(Circle((0.15, height), 0.11, fc="white", ec=GIVEN, lw=2))
    net.text(0.15, height, value, ha="center", va="center", color=GIVEN)
    arrow = {"arrowstyle": "->", "color": YOURS, "lw": 2}
    net.annotate("", (0.72, 0.5), (0.27, height), arrowprops=arrow)
    place = (0.48, height + (0.07 if height > 0.5 else -0.07))
    net.text(*place, weight, ha="center", va="center", color=YOURS)
net.add_patch(Circle((0.84, 0.5), 0.11, fc="white", ec=YOURS, lw=2))
net.text(0.84, 0.5, "$\\Sigma$", ha="center", va="center", color=YOURS)
net.text(1.02, 0.5, "target 11", va="center", color=GIVEN)
net.set(xlim=(0, 1.45), ylim=(0, 1), aspect="equal")

for column, head in enumerate(("$x_1$", "$x_2$", "target")):
    table.text(0.25 + 0.28 * column, 0.93, head, ha="center", va="center", color=QUIET)
for row, values in enumerate(MASKS):
    height = 0.75 - 0.2 * row
    for column, value in enumerate((*values, 11)):
        colour = ALARM if value == 0 else GIVEN
        place = (0.25 + 0.28 * column, height)
        table.text(*place, str(value), ha="center", va="center", color=colour)
table.set(xlim=(0, 1.1), ylim=(0, 1))
for ax in (net, table):
    ax.axis("off")

save_svg(figure, __file__)
