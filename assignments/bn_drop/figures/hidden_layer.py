"""Draw one hidden layer, forward and backward, with the shapes on the arrows."""

from matplotlib.patches import FancyBboxPatch

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, axes

BOXES = (
    ("affine", GIVEN, "$W$: (D, M)\n$b$: (M,)"),
    ("batch\nnorm", YOURS, "$\\gamma$, $\\beta$: (M,)\nrunning statistics"),
    ("ReLU", GIVEN, ""),
    ("dropout", YOURS, "probability\nto drop"),
)
SHAPES = ("(N, D)", "(N, M)", "(N, M)", "(N, M)", "(N, M)")
NAMES = ("$x$", "", "", "", "out")
STEP, WIDTH, HEIGHT = 2.0, 1.15, 0.9

figure, ax = axes(width=6.4, height=2.7)
for index, (name, colour, note) in enumerate(BOXES):
    left = index * STEP
    box = FancyBboxPatch(
        (left, -HEIGHT / 2), WIDTH, HEIGHT, boxstyle="round,pad=0.02", fc="white"
    )
    box.set(edgecolor=colour, linewidth=2)
    ax.add_patch(box)
    ax.text(left + WIDTH / 2, 0, name, ha="center", va="center", color=colour)
    ax.text(left + WIDTH / 2, 0.62, note, ha="center", va="bottom", fontsize=9)
for index, (shape, name) in enumerate(zip(SHAPES, NAMES, strict=True)):
    right = index * STEP - 0.06
    left = right - (STEP - WIDTH) + 0.12
    ax.annotate("", (right, 0.15), (left, 0.15), arrowprops={"arrowstyle": "->"})
    back = {"arrowstyle": "->", "color": QUIET, "linestyle": "--"}
    ax.annotate("", (left, -0.25), (right, -0.25), arrowprops=back)
    middle = (left + right) / 2
    ax.text(middle, 0.2, shape, ha="center", va="bottom", fontsize=9)
    ax.text(middle, 0.48, name, ha="center", va="bottom")
    ax.text(
        middle,
        -0.3,
        f"d{name.strip('$')}" if name else "",
        ha="center",
        va="top",
        color=QUIET,
    )
ax.text(0, -1.05, "given", color=GIVEN, va="center")
ax.text(0.85, -1.05, "yours", color=YOURS, va="center")
ax.annotate("", (2.9, -1.05), (2.2, -1.05), arrowprops={"arrowstyle": "->"})
ax.text(3.0, -1.05, "forward: activations", va="center", fontsize=10)
ax.annotate(
    "",
    (5.6, -1.05),
    (6.3, -1.05),
    arrowprops={"arrowstyle": "->", "color": QUIET, "linestyle": "--"},
)
ax.text(6.4, -1.05, "backward: gradients", va="center", fontsize=10, color=QUIET)
ax.set(xlim=(-1.0, 8.9), ylim=(-1.35, 1.4))
ax.axis("off")

save_svg(figure, __file__)
