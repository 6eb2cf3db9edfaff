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
# `gradient_error(f, w, dw)` does that for any `f`, and says how far `dw` is from it.
# The relative error of a right gradient is `1e-6`, the smallest that it tells.

# %% tags=["otter_ignore"]
numeric_w = np.array([0.3, -0.8])
own_slopes = tanh_gradient(numeric_w, X_rows, y_rows)
numeric_error = gradient_error(
    lambda w: np.mean((np.tanh(X_rows @ w) - y_rows) ** 2), numeric_w, own_slopes
)
print("relative error:", numeric_error)
