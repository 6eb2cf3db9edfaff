# %% tags=["otter_ignore"]
tilted_cov = bn_cov(np.array([2.0, 1.0]), np.array([[2.0, 1.2], [1.2, 1.0]]))[1]
distances = np.linalg.norm(contour_points(np.zeros(2), tilted_cov, 1.0, 400), axis=1)
print(f"your picture: from {distances.max():.4f} down to {distances.min():.4f}")
long_axis, short_axis = contour_axes(tilted_cov[0, 1], 1.0)
print(f"your formula: from {long_axis:.4f} down to {short_axis:.4f}")

# %% [markdown]
# Both lines describe the inner contour of your picture, so they should agree.
# A matrix that turns every contour into a circle does *whitening*.
# Which statistics does it need, and which of them does batch norm compute?
