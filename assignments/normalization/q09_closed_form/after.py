# %% tags=["otter_ignore"]
probe = rng.normal(size=(6, 4))
probe_dx = bn_gradients(rng.normal(size=(6, 4)), probe, np.ones(4), 1e-5)[0]
probe_centred = probe - probe.mean(axis=0)
print(f"column sums of dX:            at most {abs(probe_dx.sum(axis=0)).max():.1e}")
shares = (probe_dx * probe_centred).sum(axis=0)
print(f"column sums of dX (X - mean): at most {abs(shares).max():.1e}")

# %% [markdown]
# Both numbers should be nearly zero, and both say something about the layer.
# Each belongs to a change of a column of $X$ that $Y$ does not notice, or hardly: which two changes are they?
# Question 15 asks you to derive the first one from your formula.
