# rows: K13
# %% [markdown]
# ## Question 1 · Convolution, forward
#
# A filter has the depth of the image and a small height and width.
# It slides over the padded image, and at each place it gives one number: the sum of the products, plus the filter's bias.
#
# $$y_{n,f,i,j} = b_f + \sum_{c,u,v} w_{f,c,u,v}\; x^{\text{pad}}_{n,\,c,\,i s+u,\,j s+v}$$
#
# Here $s$ is the stride, and `x` is padded with zeros on all four sides.

# %% [markdown]
# **For example**, the row `[1, 2, 3]` with the filter `[1, 10]`, stride 1 and no padding gives `[21, 32]`: the filter is not flipped.
#
# With two channels, the products of both are added, and the bias once:
#
# ![An image of two channels, three by three each, and a filter of two channels, two by two each. The window at the top right gives 2 minus 2 is 0 in channel 0 and 1 plus 2 is 3 in channel 1; with the bias 1 the output there is 4. The whole output is 3, 4 in the first row and 2, 7 in the second.](figures/two_channels.svg)

# %% [markdown]
# `HH` is the height of a filter, `WW` its width.
# The output has `1 + (H + 2 * pad - HH) / stride` rows, and columns by the same rule.
# You may assume that the stride divides evenly.
# Loops are welcome: four nested ones are the clearest way.

# %% tags=["solution"]
def conv_forward_naive(x, w, b, conv_param):
    """Slide every filter of w over every image of x.

    x: (N, C, H, W).  w: (F, C, HH, WW).  b: (F,).
    conv_param: dict with "stride" and "pad", the same for rows and columns.

    Returns out (N, F, H', W'), and a cache for the backward pass.
    We suggest cache = (x, w, b, conv_param).
    """
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    # 1. Pad with zeros, and make room for the output: about four lines.
    # BEGIN SOLUTION
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    H_out, W_out = 1 + (H + 2 * pad - HH) // stride, 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, H_out, W_out))
    # END SOLUTION
    # 2. Visit every place; multiply its window with the filters: about six lines.
    # BEGIN SOLUTION
    for i in range(H_out):
        for j in range(W_out):
            top, left = i * stride, j * stride
            window = x_pad[:, :, top : top + HH, left : left + WW]
            out[:, :, i, j] = window.reshape(N, -1) @ w.reshape(F, -1).T + b
    # END SOLUTION
    return out, (x, w, b, conv_param)
