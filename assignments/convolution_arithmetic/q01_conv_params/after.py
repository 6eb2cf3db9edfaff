# %% tags=["otter_ignore"]
weights_3_to_4, _ = conv_params(3, 4, (3, 3), bias=False)
print(f"A 3x3 layer from 3 to 4 channels: {weights_3_to_4} weights")

# %% [markdown]
# The size of the image never entered.
# So the count is the same for an image of $32\times32$ and for one of $4000\times4000$.
