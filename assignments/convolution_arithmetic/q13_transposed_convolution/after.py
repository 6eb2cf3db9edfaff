# %% tags=["otter_ignore"]
print(conv_transpose2d(np.ones((4, 4)), np.ones((3, 3)), 2).astype(int))

# %% [markdown]
# A flat input gives a checkerboard: with kernel 3 and stride 2, some positions get one stamp, others two or four.
# Generated images really show this pattern.
# A kernel size that is a multiple of the stride avoids it, except at the border.
