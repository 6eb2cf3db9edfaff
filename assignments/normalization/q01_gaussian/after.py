# %% tags=["otter_ignore"]
feature_values = np.linspace(-1, 7, 400)
density_before = np.exp(-((feature_values - 1.5) ** 2) / 0.32) / np.sqrt(0.32 * np.pi)
density_after = output_density(feature_values, 1.5, 0.16, 1.0, 3.0, 1e-5)
draw_densities(feature_values, {"before": density_before, "after": density_after})
bell_mean, bell_sd = bn_output_params(1.5, 0.16, 1.0, 3.0, 1e-5)
print(f"mean {bell_mean:.5f}, standard deviation {bell_sd:.5f}")

# %% [markdown]
# The picture fills the empty grid.
# Change 1.5 and 0.16 in the call of `output_density`, and see what becomes of the curve.
