# %% [markdown]
# ## What you built
#
# - Batch normalization, forward and backward, once step by step and once in closed form.
# - Inverted dropout, and a fully connected network of any depth that stands on your layers.
# - Three fair experiments: with and without normalization, over starting scales, over drop rates.

# %% [markdown]
# ## Going further
#
# - Layer normalization takes its statistics over the units of one image instead of over the batch.
#   Which line of your forward pass changes, and what happens to the running statistics?
# - Train with a batch of two images, or with all images of a batch from one class.
#   What does batch normalization see, and what goes wrong in testing?
