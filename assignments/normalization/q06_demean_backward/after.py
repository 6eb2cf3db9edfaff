# %% tags=["otter_ignore"]
some_dy = np.array([1.0, 2.0, 6.0])
for added in (0.0, 10.0, -100.0):
    print(f"dy + {added:6.1f}: dL/dx = {demean_backward(some_dy + added, 2.0)}")

# %% [markdown]
# Compare the three lines.
# Forward, the layer removes what all examples of a batch have in common.
# Say in one sentence what it removes backward.
