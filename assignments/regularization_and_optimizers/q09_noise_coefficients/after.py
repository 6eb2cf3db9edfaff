# %% tags=["otter_ignore"]
X_pair, y_pair = np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([2.0, 1.0])
w_pair, p_pair = np.array([1.0, -1.0]), 0.3
a_pair, b_pair = noise_coefficients(p_pair, np.std([1] * 3 + [0] * 7))
penalty_pair = np.sum((np.linalg.norm(X_pair, axis=0) * w_pair) ** 2)
fit_pair = np.sum((y_pair - a_pair * X_pair @ w_pair) ** 2)
print("Gaussian noise:", fit_pair + b_pair * penalty_pair)
print("dropout:       ", dropout_loss(X_pair, y_pair, w_pair, p_pair))

# %% [markdown]
# The Gaussian noise has the mean and the spread of a coin that shows 1 in three of ten throws.
# In linear regression the two cannot be told apart: training minimizes the same loss.
# Part 3 turns to the other ingredient of a step, the gradient of a network.
