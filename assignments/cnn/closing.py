# %% [markdown]
# ## What you built
#
# - Convolution (any stride and padding) and max pooling (any stride), forward and backward.
# - A three-layer network on your own layers, trained on images of digits.
# - Batch normalization for images: one scale for each channel.

# %% [markdown]
# ## Going further
#
# - Your loops visit every place of the output; how could one large matrix product do all places at once, and what would it cost in memory?
# - Replace max pooling by a convolution with stride 2: what does the network gain, and what does it lose?
