# rows: C9, F1
# %% [markdown]
# ## Question 1 · Counting the parameters of a convolution
#
# Parameters take memory, and the optimiser keeps more numbers for each of them.
# So know how many a layer has.
#
# A filter has one weight for each entry of its window, in *every* input channel.
# A bias is added to a whole output channel.
#
# **For example**, a layer with one input channel and two $3\times3$ filters has 18 weights and 2 biases.

# %% tags=["solution"]
def conv_params(c_in, c_out, kernel, bias=True):
    """Count the parameters of a 2-D convolution layer.

    c_in, c_out: channels of its input and of its output.  kernel: (K_H, K_W).
    bias: whether the layer has biases.

    Returns (weights, biases), two whole numbers.
    """
    # Count both: about two lines.
    # BEGIN SOLUTION
    weights = kernel[0] * kernel[1] * c_in * c_out
    biases = c_out if bias else 0
    # END SOLUTION
    return weights, biases
