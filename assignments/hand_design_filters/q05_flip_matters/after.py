# %% tags=["otter_ignore"]
print("average: the flip matters:", flip_matters(np.ones((3, 3)) / 9))
print("slope:   the flip matters:", flip_matters(kernel))

# %% [markdown]
# Both kernels that you design next are blind to the flip.
# For an even number of pixels it still decides where the window stands, and Question 6 says where.
#
# A network does not need it either: where the kernel is learned, training finds the flipped numbers as easily.
# When you write a kernel by hand, however, the convention decides the result, and for this slope its sign.
