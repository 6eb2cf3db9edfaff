# %% [markdown]
# Both layers now run forward and backward.
# Next they go into a network.
