# %% [markdown]
# A gradient can be checked by numbers: move each entry a little to both sides, and see how the loss changes.
# `gradient_error(f, x, dx, dout)` does that for any layer, and says how far `dx` is from it; `f` takes the array that moves.
# The relative error of a right gradient is `1e-6`, the smallest that it tells.
# Here nothing is square, and nothing is padded; try other sizes, other settings, and later the pooling layer too.

# %% tags=["otter_ignore"]
numeric_rng = np.random.default_rng(5)
numeric_x = numeric_rng.normal(size=(2, 3, 5, 7))
numeric_w, numeric_b = numeric_rng.normal(size=(4, 3, 3, 1)), np.zeros(4)
numeric_dout = numeric_rng.normal(size=(2, 4, 2, 4))
numeric_param = {"stride": 2, "pad": 0}
_, numeric_cache = conv_forward_naive(numeric_x, numeric_w, numeric_b, numeric_param)
own_dx, own_dw, _ = conv_backward_naive(numeric_dout, numeric_cache)

# %% tags=["otter_ignore"]
error_of_dx = gradient_error(
    lambda x: conv_forward_naive(x, numeric_w, numeric_b, numeric_param),
    numeric_x,
    own_dx,
    numeric_dout,
)
error_of_dw = gradient_error(
    lambda w: conv_forward_naive(numeric_x, w, numeric_b, numeric_param),
    numeric_w,
    own_dw,
    numeric_dout,
)
print("relative error of dx:", error_of_dx)
print("relative error of dw:", error_of_dw)
