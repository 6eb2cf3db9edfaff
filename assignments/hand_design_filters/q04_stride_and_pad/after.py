# %% tags=["otter_ignore"]
print("stride 1, pad 1", conv2d_true(grid, kernel, 1, 1), sep="\n")
print("stride 2, pad 1", conv2d_true(grid, kernel, 2, 1), sep="\n")

# %% [markdown]
# The ramp has the same slope everywhere, but the bottom row of the output is large and positive.
# There the kernel sees a cliff from the row above, 16 to 20, down to the zeros of the padding: an edge that the image does not have.
