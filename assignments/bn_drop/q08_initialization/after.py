# %% tags=["otter_ignore"]
scales = np.geomspace(1e-3, 1, 5)
plain_ends = accuracy_by_scale(digits.first(500), None, scales)
normalized_ends = accuracy_by_scale(digits.first(500), "batchnorm", scales)
_, scale_axes = axes()
scale_axes.set(xscale="log", ylim=(0, 1.05))
plot_curves(
    {"without": (scales, plain_ends), "with batch norm": (scales, normalized_ends)},
    xlabel="standard deviation of the initial weights",
    ylabel="validation accuracy",
    ax=scale_axes,
)
print("scale    without   with batch norm")
for scale, plain_end, normalized_end in zip(scales, plain_ends, normalized_ends):
    print(f"{scale:5.3f}   {plain_end:7.2f}   {normalized_end:7.2f}")

# %% [markdown]
# Compare the widths of the two ranges of scales that work, and compare the curves with your letter.
# Question 11 asks you to explain both curves, their ends too.
