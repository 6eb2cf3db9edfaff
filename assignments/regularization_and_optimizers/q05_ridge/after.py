# %% tags=["otter_ignore"]
chances, unit_column = np.linspace(0.05, 1.0, 96), np.array([[1.0]])
strengths = [to_ridge(unit_column, np.ones(1), p_keep)[1][0] for p_keep in chances]
ridge_axes = plot_curves(
    {"Gamma": (chances, strengths)},
    xlabel="p_keep",
    ylabel="Gamma for a column of length 1",
)
for p_keep, strength in list(zip(chances, strengths))[::19]:
    print(f"p_keep {p_keep:.2f}: Gamma {strength:.2f}")

# %% [markdown]
# Where everything is kept, nothing is penalized.
# Where little is kept, the penalty grows without bound.

# %% [markdown]
# ![Two pictures of level curves over two weights. Left, everything is kept: a long narrow valley of almost equally good weights. Right, half of the entries are kept: nearly round curves. A dot marks each minimum.](figures/dropout_penalty.svg)
#
# Two features that are almost equal leave a valley of good weights (left).
# Dropout closes the valley and makes the minimum clear (right, for $\tilde w$), as ridge regression does.
# But there is a difference: here a long column is penalized more than a short one.
# The next two questions show what that means.
