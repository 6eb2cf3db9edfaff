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
for ends_name, ends in (("without", plain_ends), ("with", normalized_ends)):
    print(f"{ends_name:8s} best - worst = {max(ends) - min(ends):.2f}")

# %% [markdown]
# Without batch normalization only a narrow range of scales works.
# Below it, the signal dies out on its way up; above it, the scores start so large that the first steps are blind.
#
# The normalized curve is flat on the left, and sinks a little on the right.
# That is the output layer: nothing normalizes the scores, so its weights still need a sensible scale.
