# rows: C6, C12
# collects: explain
# manual: true
# points: 4
# %% [markdown]
# ## Question 17 · Explain why to convolve
#
# Question 3 counted, and Question 10 wrote a convolution as a matrix.

# %% [markdown]
# 1. Give two reasons, in your own words, why a layer for images should be a convolution and not a dense layer.
#    Each reason names something that is true of images, and what the layer gains from it.
# 2. Look at your matrix of Question 10: it is a dense layer with special entries.
#    Say in two sentences what is special, and why so few of its numbers are free.
#
# Four to six sentences in all.

# %% [markdown] tags=["solution"]
# What makes a useful pattern, such as an edge, looks the same in every corner of an image, so one detector can serve everywhere: the weights are shared, and each is learned from all places.
# What belongs together in an image lies close together, so a unit may start with a small window; larger parts are seen by stacking layers.
#
# In the matrix most entries are zero, because an output reads only its window.
# The rest repeat: every row holds the same few numbers, moved along by one place, so only as many are free as the filter has.
#
# **Points.**
#
# - 1 point: one reason with what is true of images and what is gained (sharing, locality, features built from features).
# - 1 point: a second, different one.
# - 1 point: the zeros come from the small window.
# - 1 point: the repeated rows come from sharing: the free numbers are those of one filter.
