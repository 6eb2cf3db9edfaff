# %% [markdown]
# So the backward pass of a convolution runs on the same fast code as the forward pass.
# Nothing had to be inverted: a layer from 8 numbers to 4 has no inverse, and its gradient exists all the same.

# %% [markdown]
# A gradient can be checked by numbers: move each entry a little to both sides, and see how the loss changes.
# `gradient_error(f, x, dx, dout)` does that for any layer, and says how far `dx` is from it.
# The relative error of a right gradient is `1e-6`, the smallest that it tells.

# %% tags=["otter_ignore"]
numeric_rng = np.random.default_rng(5)
numeric_x = numeric_rng.normal(size=(2, 7))
numeric_w = numeric_rng.normal(size=(3, 2, 4))
numeric_dy = numeric_rng.normal(size=(3, 4))
own_dx = gradient_by_convolution(numeric_dy, numeric_w)
numeric_error = gradient_error(
    lambda x: conv1d(x, numeric_w), numeric_x, own_dx, numeric_dy
)
print("relative error:", numeric_error)
