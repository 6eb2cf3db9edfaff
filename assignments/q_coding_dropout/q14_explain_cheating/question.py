# rows: D11
# collects: explain
# manual: true
# points: 3
# %% [markdown]
# ### Question 14 · Explain the network that cheats
#
# Read your table of Question 10, and explain it in four to six sentences.
#
# 1. What does dropout do to the accuracy with the hint and without it?
#    Quote numbers of several seeds.
# 2. Why?
#    Which input of the two-weight model was the hint?
# 3. Would you trust a network that was trained with dropout on images with a watermark?

# %% [markdown] tags=["solution"]
# Without dropout, three networks reached 0.87, 0.88 and 0.85 on clean images and 1.00 with the hint; with a rate of 0.5 it was 0.97, 0.95 and 0.96, and still 1.00 with the hint.
# Without dropout the hint is the strong input: it is brighter than every pixel and always right, so it is learned first, and then no error is left from which the image could be learned.
# With dropout the hint is missing in many steps, and in those the network must read the image, so the other pixels get a share of the work, as the weak input did.
# But the hint is still used when it is there, so dropout makes the reliance smaller and does not end it; a watermark should be removed from the data.
#
# **Points.**
#
# - 1 point: both accuracies in both cases, with numbers of more than one seed.
# - 1 point: the reason: the hint is often missing, so the image must do part of the work, as with two weights.
# - 1 point: the hint is still used: dropout is no cure.
