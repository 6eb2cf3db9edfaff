# %% [markdown]
# ### One scale for each channel
#
# Give each channel of an image another brightness and another contrast, and the layer takes them away again.

# %% tags=["otter_ignore"]
images = np.random.default_rng(0).normal(size=(50, 3, 8, 8))
images = (
    images * np.array([0.2, 1.0, 5.0])[:, None, None]
    + np.array([-4, 0, 9])[:, None, None]
)
normalized, _ = spatial_batchnorm_forward(
    images, np.ones(3), np.zeros(3), {"mode": "train"}
)
for channel in range(3):
    before, after = images[:, channel], normalized[:, channel]
    print(
        f"channel {channel}: mean {before.mean():6.2f} -> {after.mean():5.2f}"
        f"   spread {before.std():5.2f} -> {after.std():4.2f}"
    )
