# %% tags=["otter_ignore"]
X_coins, y_coins = np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([2.0, 1.0])
w_coins = np.array([1.0, -1.0])
masks = rng.random((50, 3000, 2, 2)) < 0.3  # 50 times 3000 masks
sampled_losses = ((y_coins - (masks * X_coins) @ w_coins) ** 2).sum(axis=2)
counts = np.arange(1, 3001)
means = np.cumsum(sampled_losses, axis=1) / counts
errors = means - dropout_loss(X_coins, y_coins, w_coins, 0.3)
off = np.sqrt((errors**2).mean(axis=0))  # a typical distance
sampling_axes = plot_curves(
    {"sampling": (counts, off)}, xlabel="masks", ylabel="distance from yours"
)
sampling_axes.set_xscale("log")
sampling_axes.set_yscale("log")
for count in (10, 100, 1000, 3000):
    print(f"{count:5} masks: {off[count - 1]:.3f} away from yours")

# %% [markdown]
# Sampling needs thousands of masks for two digits; your formula needs none.
# Read the formula again: a fit plus a penalty on $w$.
# Question 5 brings it into the form that ridge regression has.
