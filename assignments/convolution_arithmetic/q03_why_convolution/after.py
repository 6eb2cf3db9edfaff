# %% tags=["otter_ignore"]
dense_count = dense_params(3, 4, 224, 224)
shared_count = sum(conv_params(3, 4, (3, 3), bias=False))
print(f"dense: {dense_count:,} weights, {dense_count * 4 / 1e9:.0f} GB in float32")
print(f"convolution: {shared_count} weights, {shared_count * 4} bytes")

# %% [markdown]
# A convolution is *equivariant* to shifts: when the image moves, the output map moves with it.
# *Invariance* means that nothing changes; it needs pooling over the whole map, as in question 8.
