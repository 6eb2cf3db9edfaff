"""Two layers with kernel 3: one output sees three cells below, and five inputs."""

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, course_style

CELLS = 9
ROWS = (("input", 2, 5), ("layer 1", 3, 3), ("layer 2", 4, 1))

if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Polygon, Rectangle

    with course_style():
        figure, ax = plt.subplots(figsize=(6.0, 2.9), layout="constrained")
        for level, (name, first, count) in enumerate(ROWS):
            y = level * 1.7
            for cell in range(level, CELLS - level):
                seen = first <= cell < first + count
                face = (GIVEN if level == 0 else YOURS) if seen else "white"
                ax.add_patch(Rectangle((cell, y), 1, 0.7, facecolor=face, alpha=0.5))
                ax.add_patch(Rectangle((cell, y), 1, 0.7, fill=False, edgecolor=QUIET))
            ax.text(-0.3, y + 0.35, name, ha="right", va="center")
            plural = "s" if count > 1 else ""
            label = f"{count} cell{plural}"
            ax.text(CELLS + 0.3, y + 0.35, label, ha="left", va="center")
            if level:
                below = ROWS[level - 1]
                cone = [
                    (first, y),
                    (first + count, y),
                    (below[1] + below[2], y - 1.0),
                    (below[1], y - 1.0),
                ]
                ax.add_patch(Polygon(cone, facecolor=YOURS, alpha=0.18))
        ax.set(xlim=(-2.0, CELLS + 2.0), ylim=(-0.2, 4.3), aspect="equal")
        ax.axis("off")
        save_svg(figure, __file__)
