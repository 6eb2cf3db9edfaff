# %% tags=["otter_ignore"]
def convolve(maps, filters, pads=(1, 1), mode="wrap"):
    """Pad rows and columns before and after; "wrap" is circular, "constant" zeros."""
    padded = np.pad(maps, ((0, 0), pads, pads), mode)
    windows = np.lib.stride_tricks.sliding_window_view(
        padded, filters.shape[2:], axis=(1, 2)
    )
    return np.einsum("cmnuv,fcuv->fmn", windows, filters)


rng = np.random.default_rng()
W1, W2 = rng.normal(size=(3, 1, 3, 3)), rng.normal(size=(3, 3, 3, 3))
picture = rng.random((8, 8))
for image in (x1, x3, x2, x4, picture, np.roll(picture, (1, 2), axis=(0, 1))):
    maps = np.maximum(convolve(image[np.newaxis], W1), 0)
    maps = np.maximum(convolve(maps, W2), 0)
    print(maps.mean(axis=(1, 2)).round(4))

# %% [markdown]
# The rows are features, for weights that are drawn anew each time: first of `x1` and `x3`, then of `x2` and `x4`, then of a picture with random pixels and of the same picture, shifted.
# Which rows agree?
# Does that fit your `g3` and `g4`?
#
# Then change the network as each letter says, and run the cell again.
# After which changes do the two rows of some pair differ?
