# %% tags=["otter_ignore"]
growth = np.logspace(-1, 2, 40)
X_ray = np.array([[1.0, 0.5], [-0.4, 0.4], [0.8, -0.6], [-1.0, -0.2]])
lengths_ray = gradient_norms(
    np.array([0.7, 0.3]), X_ray, np.array([0.5, -0.5, 0.2, 0.9]), growth
)
ray_axes = plot_curves(
    {"gradient": (growth, lengths_ray)}, xlabel="factor c", ylabel="length of gradient"
)
ray_axes.set_xscale("log")
ray_axes.set_yscale("log")
for place in (13, 26, 39):
    print(f"factor {growth[place]:4.0f}: length {lengths_ray[place]:.1e}")

# %% [markdown]
# Read the curve at the factors 1, 10 and 100, and compare it with your letters.
