# rows: N10, N11
# collects: explain
# manual: true
# points: 4
# %% [markdown]
# ## Question 14 · Explain why to rescale
#
# Argue informally, in five to seven sentences.
#
# 1. Batch norm followed by a learned $\gamma$ and $\beta$ can give back its input.
#    So what differs between training with this layer and training without it?
# 2. What does the tiny network of Question 11 lose when $\gamma$ and $\beta$ are missing, and can $w_2$ make up for it?
#    Say why.

# %% [markdown] tags=["solution"]
# The functions that the network can be are the same, but they are reached by other parameters.
# Without the layer, mean and spread of a feature depend on all weights of all earlier layers, so a step there changes what every later layer sees.
# With it they depend on gamma and beta alone: earlier layers may change without disturbing the later ones, and gradient descent can set both directly.
# So its steps, and the learning rates that work, are others.
#
# Without gamma and beta the input of $\phi$ always has mean 0 and spread 1, whatever $w_1$ is: only its sign is left.
# Then tanh is always used in the same piece, and the network can be neither nearly linear nor nearly a step.
# $w_2$ only scales the output behind $\phi$; it cannot change which part of $\phi$ is used.
#
# **Points.**
#
# - 1 point: the same functions, but other parameters.
# - 1 point: two direct parameters instead of all earlier weights, so training differs.
# - 1 point: the size of w1 is lost: phi always sees spread 1.
# - 1 point: w2 stands behind phi and cannot undo that.
