# %% [markdown]
# ## What you built
#
# - Functions that predict mean, spread and contours after batch norm, and pictures that agree with them.
# - The groups of numbers that share a mean, for three layouts of the data.
# - The gradient of batch norm in closed form, in agreement with the graph that you wrote down.

# %% [markdown]
# ## Going further
#
# Two open questions, without points:
#
# - Layer norm takes its statistics within one example: what does that change for a batch of one?
# - Whitening turns every contour of Question 2 into a circle: what does it cost for 1000 features?
