# rows: F5, F6
# collects: explain
# manual: true
# points: 3
# %% [markdown]
# ## Question 18 · Explain what a pool gains
#
# Use your numbers of Questions 6 and 7.
# Explain in three to five sentences what a pool with stride 2 between two convolutions does
#
# 1. to the receptive field of all later layers, and why,
# 2. to the work of the next layer, and how that depends on what the channels do.

# %% [markdown] tags=["solution"]
# Behind the pool two neighbours are two input pixels apart, so every later kernel reaches twice as far: its contribution to the receptive field is multiplied by all strides before it.
# Height and width are halved, so the next layer works at a quarter of the places and saves a factor of 4 as long as its channels stay.
# With twice as many output channels the saving is 2, and with twice as many on both sides it is gone: the network buys more features for the same work.
#
# **Points.**
#
# - 1 point: later layers reach twice as far, because one step is now two pixels.
# - 1 point: a quarter of the places, so a quarter of the work.
# - 1 point: the channels: 4, 2 and 1, with the reason.
