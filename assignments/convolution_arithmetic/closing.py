# %% [markdown]
# ## What you built
#
# - A calculator for parameters, shapes, multiplications and receptive fields.
# - A way to know features without running a network.
# - A convolution as a matrix, its gradient as a convolution, and the transposed convolution.

# %% [markdown]
# ## Going further
#
# - A convolution with dilation 2 skips every other pixel: which of your functions change, and how?
# - The receptive field counts every pixel that *can* matter: if you add up the gradients in a deep stack of $3\times3$ layers, do all pixels matter equally?
