# rows: K14
# %% [markdown]
# ## Question 2 · Convolution, backward
#
# In the forward pass, each output reads one window.
# So in the backward pass, each entry of `dout` sends its gradient back to one window, and windows that overlap **add up**.
#
# For the output of filter $f$ at row $i$ and column $j$, let $X$ be its window of the padded image, $dy$ its entry of `dout`, and $w$ and $b$ the weights and the bias of filter $f$:
#
# $$\begin{aligned}
# dX &\mathrel{+}= dy\; w, \\
# dw &\mathrel{+}= dy\; X, \\
# db &\mathrel{+}= dy .
# \end{aligned}$$

# %% [markdown]
# **For example**, let the row `[1, 2, 3]` meet the filter `[1, 10]`, and let `dout` be `[1, 1]`.
# Then `dx` is `[1, 11, 10]`: the middle entry belongs to two windows.
#
# ![The gradient dout of a two by two output is 1 and 10 in the first row, 0 below. The first entry puts 1 times the filter w onto the top left window of dx, the second 10 times w onto the window beside it. Their sum is dx; in the column that both windows cover, the entries are 12 and 34.](figures/backward_windows.svg)
#
# At the end, cut the padding off `dx`.
# Careful: a slice such as `pad:-pad` is empty when `pad` is 0.

# %% tags=["solution"]
def conv_backward_naive(dout, cache):
    """Send the gradient back through `conv_forward_naive`.

    dout: (N, F, H', W').  cache: what your forward pass returned.

    Returns dx (N, C, H, W), dw (F, C, HH, WW) and db (F,).
    """
    x, w, _, conv_param = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    (N, C, H, W), (F, C, HH, WW) = x.shape, w.shape
    # 1. Pad x as before, and make room for the gradients: about two lines.
    # BEGIN SOLUTION
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dx_pad, dw = np.zeros_like(x_pad), np.zeros_like(w)
    # END SOLUTION
    # The bias: one line.
    db = dout.sum(axis=(0, 2, 3))  # SOLUTION
    # 2. Visit every place, and add to dw and to the window of dx_pad: about six lines.
    # BEGIN SOLUTION
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + HH)
            columns = slice(j * stride, j * stride + WW)
            dy, window = dout[:, :, i, j], x_pad[:, :, rows, columns]
            dw += np.einsum("nf,ncuv->fcuv", dy, window)
            dx_pad[:, :, rows, columns] += np.einsum("nf,fcuv->ncuv", dy, w)
    # END SOLUTION
    # 3. Cut the padding off: one line.
    dx = dx_pad[:, :, pad : pad + H, pad : pad + W]  # SOLUTION
    return dx, dw, db
