# %% tags=["otter_ignore"]
X_any, y_any = rng.normal(size=(8, 3)), rng.normal(size=8)
Gamma_any = np.eye(3) + 0.5 * rng.normal(size=(3, 3))
w_direct = np.linalg.solve(X_any.T @ X_any + Gamma_any.T @ Gamma_any, X_any.T @ y_any)
X_new = effective_data(X_any, Gamma_any)
v_new = np.linalg.solve(X_new.T @ X_new + np.eye(3), X_new.T @ y_any)
print("solved directly, as v:", Gamma_any @ w_direct)
print("solved as ridge, v:   ", v_new)

# %% [markdown]
# Two problems, one solution.
# So any quadratic penalty is ordinary ridge regression on other data, and we may ask what dropout does to *the data*.
