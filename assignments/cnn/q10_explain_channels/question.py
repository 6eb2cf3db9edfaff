# rows: K20, K21
# collects: explain
# manual: true
# points: 6
# %% [markdown]
# ## Question 10 · Explain one mean for each channel
#
# Explain in five to eight sentences why batch normalization for images has one mean and one variance for each *channel*.

# %% [markdown]
# 1. Which property of a convolution makes all places of a channel alike?
#    From how many numbers is each mean then taken?
# 2. What would change if every *place* of a channel had its own mean, variance, gamma and beta, over the batch only?
#    Think of an image that is shifted by one pixel, and of the number of parameters.
# 3. In the backward pass, which entries of `dout` reach one entry of `dx`, and why so many?

# %% [markdown] tags=["solution"]
# A convolution computes every place of a map with the same filter, so a feature means the same wherever it is found, and all places are samples of one and the same quantity.
# One mean and one variance over batch, rows and columns describe it, from $N\cdot H\cdot W$ numbers instead of $N$.
#
# With statistics for every place, the layer would treat the same pattern differently in the left and in the right half of the image.
# A shifted image would no longer give a shifted map, so the property for which we convolve would be lost.
# Each place would also need its own gamma and beta, $2CHW$ instead of $2C$ numbers, estimated from few examples.
#
# In the backward pass an entry of `dx` is part of the mean and the variance of its channel.
# These enter every output of the channel, in all images and at all places, so all these entries of `dout` reach it; other channels do not.
#
# **Points.**
#
# - 1 point: shared weights: the same feature is measured at every place.
# - 1 point: the statistics then have N*H*W numbers each.
# - 2 points: statistics for each place would break the shift: a shifted image no longer gives a shifted map.
# - 1 point: the count of parameters, or the few examples behind each statistic.
# - 1 point: backward: all entries of the channel, through its mean and variance, and no other channel.
