# %% tags=["otter_ignore"]
print("average: the flip matters:", flip_matters(np.ones((3, 3)) / 9))
print("slope:   the flip matters:", flip_matters(kernel))

# %% [markdown]
# Both filters that you design next are blind to the flip.
#
# A network does not need it either: where the kernel is learned, training finds the flipped numbers as easily.
# When you write a kernel by hand, however, the convention decides the result, and for this slope its sign.
