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
# From small weights, gradient descent finds the weights that made the data.
# From weights that are thirty times larger, it hardly gets anywhere.
# Question 11 asks why.
