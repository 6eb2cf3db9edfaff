# %% tags=["otter_ignore"]
for channels in (4, 32, 256):
    ordinary = sum(conv_params(channels, channels, (3, 3), bias=False))
    separable = separable_params(channels, channels, (3, 3))
    print(f"{channels:4} channels: {separable / ordinary:.3f} of the parameters")

# %% [markdown]
# The share is $1/C_\text{out} + 1/K^2$, so with many channels a $3\times3$ layer shrinks to about a ninth.
# Biases in the depthwise layer buy nothing when no nonlinearity follows it: the pointwise layer turns them into a sum that its own bias can hold.
