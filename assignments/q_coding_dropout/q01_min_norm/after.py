# %% tags=["otter_ignore"]
shortest = min_norm(x[None, :], np.array([y]))
print("shortest solution of 10 w1 + w2 = 11:", shortest.round(4))
print("its parts of the output:             ", (shortest * x).round(4))

# %% [markdown]
# The strong input gets nearly all of the work: its weight is ten times as large as the other, and its part of the output is a hundred times as large.
