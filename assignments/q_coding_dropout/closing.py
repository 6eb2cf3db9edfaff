# %% [markdown]
# ## What you built
#
# - Inverted dropout as a module, checked by counting, by its gradient and by its two modes.
# - The exact minimum of the dropout loss for every drop rate, and the jump at 0.
# - An experiment that shows what dropout does to a network that can cheat.

# %% [markdown]
# ## Going further
#
# - The minimum for $0<p_\text{drop}<1$ is also the minimum of a ridge regression.
#   What is its penalty, and how does it treat the strong input?
# - Drop hidden units instead of inputs in the last experiment.
#   Which of the accuracies change?
