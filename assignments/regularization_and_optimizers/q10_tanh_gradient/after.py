# %% tags=["otter_ignore"]
X_rows = rng.normal(size=(30, 2))
y_rows = np.tanh(X_rows @ np.array([1.0, -0.5]))
errors = {}
for start, factor in {"small start": 1.0, "large start": 30.0}.items():
    w_fit, errors[start] = factor * np.array([-0.5, 0.5]), []
    for _ in range(200):
        errors[start].append(np.mean((np.tanh(X_rows @ w_fit) - y_rows) ** 2))
        w_fit = w_fit - 0.2 * tanh_gradient(w_fit, X_rows, y_rows)
error_axes = plot_curves(errors, xlabel="step", ylabel="mean squared error")
for start, curve in errors.items():
    print(f"{start}: error {curve[0]:.3f} at first, {curve[-1]:.3f} at last")

# %% [markdown]
# The two starts differ only in the length of the weights.
# Compare the curves; Question 11 asks what makes the difference.

# %% [markdown]
# A gradient can be checked by numbers: move each entry a little to both sides, and see how the error changes.
# `numeric_gradient(f, w)` does that for any `f`; the relative error of a right gradient is below `1e-4`.

# %% tags=["otter_ignore"]
numeric_w = np.array([0.3, -0.8])
numeric_slopes = numeric_gradient(
    lambda w: np.mean((np.tanh(X_rows @ w) - y_rows) ** 2), numeric_w
)
own_slopes = tanh_gradient(numeric_w, X_rows, y_rows)
print("relative error:", relative_error(own_slopes, numeric_slopes))
