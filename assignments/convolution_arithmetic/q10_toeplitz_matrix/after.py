# %% tags=["otter_ignore"]
dense_free, shared_free = free_params(7, 3)
print(toeplitz_matrix(np.array([1, 2, 4]), 7).astype(int))
print(f"free: {dense_free} numbers in a dense layer, {shared_free} in the convolution")

# %% [markdown]
# Two things save parameters: most entries are fixed to zero (locality), and the others repeat the same three numbers (weight sharing).
# Locality alone would leave 15.
