# rows: K9
# %% [markdown]
# ## Question 4 · Dropout, forward
#
# In every training step, dropout sets a random part of the activations to zero.
# What a network learns from that is the subject of Questions 9 and 10; here you write the layer.
#
# Its settings come in the dictionary `dropout_param`, whose key `p` is the probability to **drop** an entry.
# Read that twice: some papers and courses call the probability to *keep* an entry $p$.

# %% [markdown]
# In **training**, each entry of `x` draws its own coin, fresh in every call.
# With $p_{\text{drop}}$ for `dropout_param["p"]`:
#
# $$\begin{aligned}
# \text{out} &= x \odot \text{mask}, \\
# \text{mask} &= \begin{cases} 0 & \text{with probability } p_{\text{drop}},\\[2pt] \dfrac{1}{1-p_{\text{drop}}} & \text{else.} \end{cases}
# \end{aligned}$$
#
# The survivors grow so that the expected value of each output is $x$.
# This is *inverted* dropout: all scaling happens in training, and in **testing** the layer changes nothing.

# %% [markdown]
# **For example**, let `x = [2, 4, 6, 8]` and `p = 0.5`.
# If the coins drop the second and the third entry, the output is `[4, 0, 0, 16]`.
#
# `x` may have any shape: a vector, a batch `(N, D)`, images `(N, C, H, W)`.
#
# The same `seed` in `dropout_param` gives the same mask again; without one, each call draws a new mask.
# The given `generator` sees to that: `generator.random(shape)` draws numbers uniformly from $[0, 1)$.

# %% tags=["solution"]
def dropout_forward(x, dropout_param):
    """Drop entries at random in training, and leave x as it is in testing.

    x: an array of any shape.
    dropout_param: dict with "mode" ("train" or "test"), "p", the probability to
        DROP an entry, 0 <= p < 1, and optionally "seed", an integer.

    Returns out, in the shape of x, and a cache for the backward pass in both modes.
    We suggest cache = (dropout_param, mask), where mask is what x was multiplied
    with; it is None in test mode. x stays as it is.
    """
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        # Draw the mask and apply it: about two lines.
        # BEGIN SOLUTION
        # Two frequent slips: to keep with probability p, and to rescale in testing.
        mask = (generator.random(x.shape) >= p) / (1 - p)
        out = x * mask
        # END SOLUTION
    else:
        # What is the mask, and what is the output? About one line.
        # BEGIN SOLUTION
        mask, out = None, x
        # END SOLUTION
    return out, (dropout_param, mask)
