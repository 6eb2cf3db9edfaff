# %% tags=["otter_ignore"]
for layout, shape in (
    ("NC", (32, 10)),
    ("NCHW", (32, 16, 8, 8)),
    ("NHWC", (32, 8, 8, 16)),
):
    stat_shape = bn_stat_shape(shape, layout)
    after_subtraction = (np.zeros(shape) - np.zeros(stat_shape)).shape
    print(f"{layout:4} x {shape}, mean {stat_shape}, x - mean {after_subtraction}")

# %% [markdown]
# Change the numbers of examples and of pixels: does the number of means change?
