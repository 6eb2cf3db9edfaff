# %% tags=["otter_ignore"]
X_noisy = np.array([[1.0, 2.0], [3.0, -1.0]])
P_samples = rng.normal(0.5, 0.8, size=(200_000, 2, 2)) * X_noisy
second_sampled = np.einsum("mij,mik->jk", P_samples, P_samples) / len(P_samples)
print("computed\n", noise_moments(X_noisy, 0.5, 0.8)[1])
print("average of 200,000 samples\n", second_sampled.round(2))

# %% [markdown]
# The samples agree in about two digits, as they should.
# Nothing in the two averages asks for a Gaussian: only the mean and the variance of the noise matter.
