# %% [markdown]
# A gradient can be checked by numbers: move each entry a little to both sides, and see how the loss changes.
# `numeric_gradient(f, x, dout)` does that for any layer; `f` takes the array that moves.
# The relative error of a right gradient is below `1e-4`.
# Here nothing is square, and nothing is padded; try other sizes, other settings, and later the pooling layer too.

# %% tags=["otter_ignore"]
numeric_rng = np.random.default_rng(5)
numeric_x = numeric_rng.normal(size=(2, 3, 5, 7))
numeric_w, numeric_b = numeric_rng.normal(size=(4, 3, 3, 1)), np.zeros(4)
numeric_dout = numeric_rng.normal(size=(2, 4, 2, 4))
numeric_param = {"stride": 2, "pad": 0}
_, numeric_cache = conv_forward_naive(numeric_x, numeric_w, numeric_b, numeric_param)
own_dx, own_dw, _ = conv_backward_naive(numeric_dout, numeric_cache)
numeric_dx = numeric_gradient(
    lambda x: conv_forward_naive(x, numeric_w, numeric_b, numeric_param),
    numeric_x,
    numeric_dout,
)
numeric_dw = numeric_gradient(
    lambda w: conv_forward_naive(numeric_x, w, numeric_b, numeric_param),
    numeric_w,
    numeric_dout,
)
print("relative error of dx:", relative_error(own_dx, numeric_dx))
print("relative error of dw:", relative_error(own_dw, numeric_dw))
