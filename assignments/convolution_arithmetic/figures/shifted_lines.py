"""Four images of one bright line: two with known features, two with unknown ones."""

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, course_style

SIZE = 8
IMAGES = (
    ("x1", "g1 is known", "row", 1),
    ("x2", "g2 is known", "column", 5),
    ("x3", "g3 = ?", "row", 6),
    ("x4", "g4 = ?", "column", 2),
)

if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    with course_style():
        figure, panels = plt.subplots(1, 4, figsize=(6.2, 2.1), layout="constrained")
        for ax, (name, features, kind, place) in zip(panels, IMAGES, strict=True):
            colour = YOURS if "?" in features else GIVEN
            corner = (0, SIZE - 1 - place) if kind == "row" else (place, 0)
            width, height = (SIZE, 1) if kind == "row" else (1, SIZE)
            ax.add_patch(Rectangle(corner, width, height, facecolor=colour))
            edges = range(SIZE + 1)
            ax.hlines(edges, 0, SIZE, colors=QUIET, linewidth=1)
            ax.vlines(edges, 0, SIZE, colors=QUIET, linewidth=1)
            ax.set_title(name)
            ax.text(SIZE / 2, -0.5, features, ha="center", va="top", color="black")
            ax.set(xlim=(-0.1, SIZE + 0.1), ylim=(-1.9, SIZE + 0.1), aspect="equal")
            ax.axis("off")
        save_svg(figure, __file__)
