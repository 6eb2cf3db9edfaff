# rows: C8
# %% [markdown]
# ## Question 13 · Transposed convolution
#
# Decoders and image generators have to make maps *larger*.
# A transposed convolution does it with stamps: every input entry multiplies the whole kernel and puts it down, the stamps stand one stride apart, and where they overlap they are **added**.
#
# The kernel is used as it is, **not flipped**.
#
# ![A two by two input stamps a three by three kernel four times, two steps apart, into an output of five by five. Where stamps overlap, the output holds the sum.](figures/transposed_convolution.svg)

# %% [markdown]
# **For example**, in one dimension the input $(a, b)$, the kernel $(1, 2, 3)$ and stride 2 give $(a,\ 2a,\ 3a + b,\ 2b,\ 3b)$.
#
# In two dimensions, with stride $s$:
#
# $$Y_{i s + u,\ j s + v} \mathrel{+}= X_{ij}\, W_{uv} .$$
#
# The output is exactly as large as the stamps need.
#
# It turns the sizes of an ordinary convolution around.

# %% tags=["solution"]
def conv_transpose2d(x, w, stride):
    """Transposed convolution of one channel: kernel not flipped, no padding.

    x: (H, W).  w: (K_H, K_W).  stride: the same for both axes.

    Returns the sum of the stamps.
    """
    # 1. How large is the output? 2. Add one stamp after the other: about five lines.
    # BEGIN SOLUTION
    (H, W), (K_H, K_W) = x.shape, w.shape
    out = np.zeros(((H - 1) * stride + K_H, (W - 1) * stride + K_W))
    for i in range(H):
        for j in range(W):
            top, left = i * stride, j * stride
            out[top : top + K_H, left : left + K_W] += x[i, j] * w
    return out
    # END SOLUTION
