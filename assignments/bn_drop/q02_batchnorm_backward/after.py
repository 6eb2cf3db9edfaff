# %% [markdown]
# Each column of `dx` sums to zero, up to rounding.
# Shifting a whole column of `x` moves its mean by as much, so the output and the loss stay as they are.

# %% tags=["otter_ignore"]
shifting_x = np.random.default_rng(2).normal(5.0, 3.0, size=(6, 4))
_, shifting_cache = batchnorm_forward(
    shifting_x, np.ones(4), np.zeros(4), {"mode": "train"}
)
shifting_dout = np.random.default_rng(3).normal(size=(6, 4))
shifting_dx, _, _ = batchnorm_backward(shifting_dout, shifting_cache)
print("sums of the columns of dout:", shifting_dout.sum(axis=0).round(3))
print("sums of the columns of dx:  ", shifting_dx.sum(axis=0).round(12) + 0.0)

# %% [markdown]
# A gradient can be checked by numbers: move each entry a little to both sides, and see how the loss changes.
# `gradient_error(f, x, dx, dout)` does that for any layer, and says how far `dx` is from it; `f` takes the array that moves.
# The relative error of a right gradient is `1e-6`, the smallest that it tells.
# The next cell does it for `x`; try it with `gamma` and `beta` in its place.

# %% tags=["otter_ignore"]
numeric_settings = {"mode": "train", "eps": 0.1}
_, numeric_cache = batchnorm_forward(
    shifting_x, np.ones(4), np.zeros(4), dict(numeric_settings)
)
own_dx, _, _ = batchnorm_backward(shifting_dout, numeric_cache)
numeric_error = gradient_error(
    lambda x: batchnorm_forward(x, np.ones(4), np.zeros(4), dict(numeric_settings)),
    shifting_x,
    own_dx,
    shifting_dout,
)
print("relative error of dx:", numeric_error)
