# %% tags=["otter_ignore"]
plane_mean, plane_cov = np.array([2.0, 1.0]), np.array([[2.0, 1.2], [1.2, 1.0]])
normed_mean, normed_cov = bn_cov(plane_mean, plane_cov)
draw_contours(
    {
        "before": [contour_points(plane_mean, plane_cov, k, 100) for k in (1, 2)],
        "after": [contour_points(normed_mean, normed_cov, k, 100) for k in (1, 2)],
    }
)
print("covariance after batch norm:", *np.round(normed_cov, 4), sep="\n")

# %% [markdown]
# Compare the two families of curves: their centres, their widths along each axis, and their shape.
# The next question asks what you see.
