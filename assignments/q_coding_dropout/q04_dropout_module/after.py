# %% tags=["otter_ignore"]
torch.manual_seed(0)
for p_drop in (0.25, 0.5, 0.75):
    ones = Dropout(p_drop)(torch.ones(500, 500))
    print(
        f"p_drop {p_drop:.2f}   zeros {(ones == 0).float().mean():.3f}   "
        f"largest {ones.max():.2f}   mean {ones.mean():.3f}"
    )

# %% [markdown]
# Whatever the rate, the mean stays near 1: that is what the division is for.
