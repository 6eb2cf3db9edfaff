# %% [markdown]
# So the backward pass of a convolution runs on the same fast code as the forward pass.
# It uses the transpose, not the inverse: a layer from 8 numbers to 4 has no inverse, and its gradient exists all the same.
