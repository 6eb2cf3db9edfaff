# %% tags=["otter_ignore"]
shortest = min_norm(x[None, :], np.array([y]))
print("shortest solution of 10 w1 + w2 = 11:", shortest.round(4))
print("its parts of the output:             ", (shortest * x).round(4))

# %% [markdown]
# Compare the two weights with each other, and then the two parts of the output.
