# %% tags=["otter_ignore"]
dense_free, shared_free = free_params(7, 3)
print(toeplitz_matrix(np.array([1, 2, 4]), 7).astype(int))
print(f"free: {dense_free} numbers in a dense layer, {shared_free} in the convolution")

# %% [markdown]
# Count the entries of the printed matrix that are not zero, and how many different numbers are among them.
# Question 17 asks what both counts say.
