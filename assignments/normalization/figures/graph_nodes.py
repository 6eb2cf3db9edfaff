"""Draw the nodes of batch norm's computational graph, without its arrows.

Run from the assignment's folder: ``python -m figures.graph_nodes``.
"""

from deeplearning.drawings import save_svg
from deeplearning.normalization_pictures import draw_graph
from deeplearning.plots import course_style

with course_style():
    ax = draw_graph([])
    save_svg(ax.figure, __file__)
