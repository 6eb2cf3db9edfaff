# %% tags=["otter_ignore"]
penalized = decayed = np.array([1.5, -1.0, 0.5])
for _ in range(50):
    penalized = penalized - 0.1 * (penalized**3 + 0.3 * penalized)
    decayed = (1 - decay_rate(0.1, 0.3)) * decayed - 0.1 * decayed**3
print("largest difference after 50 steps:", np.abs(penalized - decayed).max())

# %% [markdown]
# The two paths agree up to rounding, here for $f(\theta)=\frac14\sum_j\theta_j^4$.
# Part 2 finds the same penalty in an unexpected place: in noise.
