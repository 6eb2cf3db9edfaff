# %% tags=["otter_ignore"]
print("kernel 3, pad 1, stride 1:", conv_shape((3, 32, 48), 8, 3, 1, 1))
print("kernel 3, pad 1, stride 2:", conv_shape((3, 32, 48), 8, 3, 2, 1))
print("window 2, stride 2:       ", pool_shape((8, 32, 48), 2, 2))

# %% [markdown]
# Two settings are worth knowing by heart: with stride 1, an odd kernel $K$ and padding $(K-1)/2$ keep the size, and a $2\times2$ pool with stride 2 halves it.
