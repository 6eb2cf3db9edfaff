# %% tags=["otter_ignore"]
two_filters = np.arange(1, 13).reshape(2, 2, 3)
two_channels = conv1d_matrix(two_filters, 4)
print(two_channels.astype(int))
print("rank:", np.linalg.matrix_rank(two_channels))

# %% [markdown]
# Four outputs, four independent rows.
# If the second row repeated the fourth one, the rank would be 3, and one output could not move freely.
