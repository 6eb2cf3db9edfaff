# %% tags=["otter_ignore"]
X_one_unit = rng.normal(size=(20, 3))
X_mixed = X_one_unit * np.array([1.0, 100.0, 0.1])
print("X, one unit:           ", *np.linalg.norm(X_one_unit, axis=0).round(2))
print("X, mixed units:        ", *np.linalg.norm(X_mixed, axis=0).round(2))
print("effective, one unit:   ", *effective_lengths(X_one_unit, 0.3).round(6))
print("effective, mixed units:", *effective_lengths(X_mixed, 0.3).round(6))

# %% [markdown]
# Compare the last two lines with each other, and then with your letters.
# Ordinary ridge regression works on $X$ itself: compare the first two lines as well.
