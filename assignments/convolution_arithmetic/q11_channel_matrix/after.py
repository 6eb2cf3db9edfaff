# %% tags=["otter_ignore"]
two_filters = np.arange(1, 13).reshape(2, 2, 3)
two_channels = conv1d_matrix(two_filters, 4)
print(two_channels.astype(int))
print("rank:", np.linalg.matrix_rank(two_channels))

# %% [markdown]
# Four outputs, four independent rows: each output can take any value, whatever the others are.
# A rank below the number of rows would mean that some output is a sum of multiples of the others.
