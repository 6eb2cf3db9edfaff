# rows: D9, D10
# collects: explain
# manual: true
# points: 3
# %% [markdown]
# ### Question 13 · Explain the jump
#
# 1. Why do the weights of Question 8 jump at a drop rate of 0, although they are smooth everywhere else?
#    Describe the loss as a landscape.
# 2. Does the solution change when Adam takes the place of SGD, without dropout and with it?
#    Use your numbers of Question 9, and give the reason.
#
# Four to six sentences in all.

# %% [markdown] tags=["solution"]
# ![Contour lines of the loss over both weights, with a dot where gradient descent from zero ends. Without dropout the lines are straight and parallel. With dropout they are ellipses.](figures/loss_surfaces.svg)
#
# For every rate above 0 the average loss is a bowl with one lowest point, however flat, and its place hardly moves as the rate tends to 0: $w$ tends to $(0.1\cdot5.5, 5.5)$, where both inputs contribute half.
# At 0 the bowl becomes a valley: every $w$ with $w\cdot x=y$ has loss 0, and the descent from zero ends at the nearest, the shortest one.
#
# With dropout both optimizers reach the same single minimum, after enough steps.
# Without it the optimizer decides where in the valley it ends: SGD moves along $x$ to the shortest $w$, about $(1.09, 0.11)$; Adam divides the sizes out and moves both weights equally, to $(1, 1)$.
#
# **Points.**
#
# - 1 point: a bowl for every rate above 0, a valley of solutions at 0, and the descent chooses in it.
# - 1 point: with dropout the same minimum for both optimizers.
# - 1 point: without it Adam ends elsewhere, because it divides the sizes of the gradient out.
