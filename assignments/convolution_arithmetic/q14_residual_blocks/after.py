# %% tags=["otter_ignore"]
print("standard block, 32 channels:       ", standard_block_params(32))
print("bottleneck, 128 channels, 32 inside:", bottleneck_params(128, 32))

# %% [markdown]
# Almost the same number, and the bottleneck carries four times as many channels from block to block.
#
# The biases are a waste, by the way: the batch normalization behind each convolution subtracts them again.
# Real networks leave them out.
