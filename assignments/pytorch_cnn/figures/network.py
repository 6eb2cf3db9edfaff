"""Draw the network of questions 1 to 4, with its sizes for two kinds of images."""

from matplotlib.patches import FancyBboxPatch

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, THIRD, YOURS, axes

BOXES = (
    "conv 3x3\n[batch norm]\nReLU\nmax pool",
    "conv 3x3\n[batch norm]\nReLU\nmax pool",
    "conv 3x3\n[batch norm]\nReLU\nmax pool",
    "flatten\nlinear\nReLU\n[dropout]",
    "linear",
)
SMALL = ("1×8×8", "16×4×4", "32×2×2", "64×1×1", "256", "10")
PICTURE = ("3×32×32", "16×16×16", "32×8×8", "64×4×4", "256", "10")
STEP, WIDTH, HEIGHT = 2.15, 1.42, 1.7

figure, ax = axes(width=6.4, height=2.3)
for index, text in enumerate(BOXES):
    left = index * STEP
    box = FancyBboxPatch(
        (left, -HEIGHT / 2), WIDTH, HEIGHT, boxstyle="round,pad=0.02", fc="white"
    )
    box.set(edgecolor=YOURS, linewidth=2)
    ax.add_patch(box)
    ax.text(left + WIDTH / 2, 0, text, ha="center", va="center", fontsize=7)
for index, (small, large) in enumerate(zip(SMALL, PICTURE, strict=True)):
    right = index * STEP - 0.06
    left = right - (STEP - WIDTH) + 0.12
    ax.annotate("", (right, 0), (left, 0), arrowprops={"arrowstyle": "->"})
    middle = (left + right) / 2
    ax.text(middle, 1.05, small, ha="center", va="bottom", fontsize=8.5, color=GIVEN)
    ax.text(middle, -1.05, large, ha="center", va="top", fontsize=8.5, color=THIRD)
    ax.plot([middle, middle], [0.08, 1.0], color=QUIET, linewidth=0.6)
    ax.plot([middle, middle], [-0.08, -1.0], color=QUIET, linewidth=0.6)
ax.text(-1.2, 1.45, "a small image", fontsize=8.5, color=GIVEN)
ax.text(-1.2, -1.6, "a colour picture", fontsize=8.5, color=THIRD)
ax.set(xlim=(-1.3, 10.95), ylim=(-1.75, 1.75))
ax.axis("off")

save_svg(figure, __file__)
