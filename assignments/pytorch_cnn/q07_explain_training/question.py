# rows: P2, P3, P4
# collects: explain
# manual: true
# points: 4
# %% [markdown]
# ## Question 7 · Explain training and testing
#
# Explain in five to seven sentences.

# %% [markdown]
# 1. A training step lacks the line that clears the gradients.
#    What does its loss then do over many steps, and why?
# 2. Batch norm and dropout behave differently in training and in evaluation.
#    What would happen to your accuracies of Question 4 if the network stayed in training mode when it is tested?
# 3. Did batch norm and dropout help, compared with Question 3?
#    Quote two numbers, and say what else differed and how sure you are.

# %% [markdown] tags=["solution"]
# Without clearing, `backward` adds to what is there, so each step moves along the sum of all gradients so far.
# Old directions never end, so the weights run past every minimum: the loss falls at first, then swings or grows, and a smaller learning rate only delays it.
#
# In training mode dropout would still remove units, so the same image could get two different answers, and batch norm would use the statistics of the test batch: the answer for an image would depend on its neighbours, and an image alone could not be normalized at all.
# The accuracy would be lower and change from run to run.
#
# With both layers my network read 98.4 % of the validation images, without them 97.4 %; but it was also trained with noise, for more epochs and with another schedule, so the gain need not come from the layers.
# With 500 images the standard error is over half a point, so I would repeat both with several seeds and otherwise equal settings before I believe a difference of one point.
#
# **Points.**
#
# - 1 point: old gradients go on acting, so the loss swings or grows instead of settling.
# - 1 point: dropout still draws in testing: answers are random and worse.
# - 1 point: batch norm uses the test batch: an answer depends on its neighbours.
# - 1 point: two numbers, what else differed, and how uncertain their difference is.
