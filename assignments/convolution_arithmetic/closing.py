# %% [markdown]
# ## What you built
#
# - A calculator for parameters, shapes, multiplications and receptive fields, checked against PyTorch.
# - A way to know features without running a network: the shift invariance of circular convolution with global average pooling.
# - A convolution as a matrix, whose transpose is both its gradient and the transposed convolution.

# %% [markdown]
# ## Going further
#
# - A convolution with dilation 2 skips every other pixel: which of your functions change, and how?
# - The receptive field counts every pixel that *can* matter: if you add up the gradients in a deep stack of $3\times3$ layers, do all pixels matter equally?
