# %% tags=["otter_ignore"]
small_images = rng.normal(size=(2, 3, 4, 5))
for kind, means in (("batch", batch_norm_means), ("layer", layer_norm_means)):
    count = np.size(means(small_images))
    print(f"{kind} norm: {count} means, each over {small_images.size // count} numbers")

# %% [markdown]
# The same 120 numbers fall into different groups.
# Only one of the two layers gives an example the same output whatever else is in the batch: find out which.
