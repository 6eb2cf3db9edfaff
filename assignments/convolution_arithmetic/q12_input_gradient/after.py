# %% [markdown]
# So the backward pass of a convolution runs on the same fast code as the forward pass.
# Nothing had to be inverted: a layer from 8 numbers to 4 has no inverse, and its gradient exists all the same.
