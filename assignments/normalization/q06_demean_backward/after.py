# %% tags=["otter_ignore"]
some_dy = np.array([1.0, 2.0, 6.0])
for added in (0.0, 10.0, -100.0):
    print(f"dy + {added:6.1f}: dL/dx = {demean_backward(some_dy + added, 2.0)}")

# %% [markdown]
# Compare the three lines.
# Forward, the layer removes what all examples of a batch have in common.
# What does it remove backward?

# %% [markdown]
# A gradient can be checked by numbers: move each entry a little to both sides, and see how the loss changes.
# `gradient_error(f, x, dx, dout)` does that for any layer, and says how far `dx` is from it.
# The relative error of a right gradient is `1e-6`, the smallest that it tells.

# %% tags=["otter_ignore"]
numeric_dy = np.array([1.0, 2.0, 6.0])
numeric_x = np.array([0.5, -1.0, 3.0])
own_dx = demean_backward(numeric_dy, 2.0)
numeric_error = gradient_error(
    lambda x: 2.0 * (x - x.mean()), numeric_x, own_dx, numeric_dy
)
print("relative error:", numeric_error)
