# %% tags=["otter_ignore"]
for batch_size in (1, 10, 1000, 100_000):
    numbers = np.arange(1, batch_size + 1)
    in_step = demean_backward(np.ones(batch_size), 1.0)[0]
    in_turn = demean_backward((-1.0) ** numbers, 1.0)[0]
    print(f"n = {batch_size:6}: all ones {in_step:8.5f}, alternating {in_turn:8.5f}")

# %% [markdown]
# Both columns use your function of Question 6, for two patterns of the list.
# With the claim that the limit is always $\gamma\,\partial L/\partial y_1$ you would expect 1 in the first column and $-1$ in the second.
