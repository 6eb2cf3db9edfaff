# %% [markdown]
# ## What you built
#
# - A network of PyTorch's layers that fits images of several sizes.
# - A training step that starts from clean gradients.
# - A design of your own, which reads images that its training set did not have.

# %% [markdown]
# ## Going further
#
# - Which kind of change costs your network most if you leave it out of `own_augment`, and does any of them lower the accuracy on plain images?
# - Your network sees each image once when it is graded; what would the mean of its logits over a few shifted copies give?

# %% [markdown]
# ## What you hand in
#
# The zip that the last cell writes holds this notebook and six files: weights and a record for each of the three networks.
# Upload that zip: the notebook alone holds no weights.

# %% tags=["otter_ignore"]
show_files("base", "bn_dropout", "own")
