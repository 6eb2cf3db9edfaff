# %% tags=["otter_ignore"]
dense_count = dense_params(3, 4, 224, 224)
shared_count = sum(conv_params(3, 4, (3, 3), bias=False))
print(f"dense: {dense_count:,} weights, {dense_count * 4 / 1e9:.0f} GB in float32")
print(f"convolution: {shared_count} weights, {shared_count * 4} bytes")

# %% [markdown]
# Two words to compare your letters with: *equivariant* means that the output moves as the input does, *invariant* means that it does not change at all.
