# %% tags=["otter_ignore"]
X_metres = rng.normal(size=(20, 3))
X_mixed = X_metres * np.array([1.0, 100.0, 0.1])
print("columns of X:         ", np.linalg.norm(X_mixed, axis=0).round(2))
print("columns, metres:      ", effective_lengths(X_metres, 0.3).round(6))
print("columns, mixed units: ", effective_lengths(X_mixed, 0.3).round(6))

# %% [markdown]
# Compare the last two lines with each other, and then with your letters.
# Ordinary ridge regression on $X$ depends on the units, and this is why people standardize their data before they use it.
