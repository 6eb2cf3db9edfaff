# rows: B8, B9
# collects: explain
# manual: true
# points: 4
# %% [markdown]
# ## Question 16 · Judge the bottleneck
#
# 1. Give one advantage and one disadvantage of a bottleneck block over a standard block of equal width, each with its reason.
#    Use at least one number of yours from Question 15.
# 2. Suppose you suspect that the squeeze loses information that a network needs.
#    What would you vary, keep fixed and measure, and which results would tell you that S is, or is not, too small?
#
# Five to seven sentences in all.

# %% [markdown] tags=["solution"]
# The bottleneck does its $3\times3$ convolution on a quarter of the channels, and a $3\times3$ kernel costs nine times as much for each pair of channels as a $1\times1$: at equal width it has 16.4 times fewer parameters (C = 128, S = 32), and about as many times fewer multiplications.
# Its price is that all three layers pass on only what fits into S channels, and that only one of them looks at neighbours, so a block sees 3 by 3 pixels instead of 5 by 5.
#
# To test the suspicion, train the same network with S = C/8, C/4 and C/2, with the number of blocks chosen so that all have about the same number of parameters, over several seeds.
# Compare the validation errors, and the rank of the activations in the middle.
# If the error falls as S grows while all S directions are in use, the squeeze was too tight; if many directions carry almost nothing, it was not.
#
# **Points.**
#
# - 1 point: an advantage with its reason, and a number.
# - 1 point: a disadvantage with its reason.
# - 1 point: an experiment that varies S and keeps something comparable fixed.
# - 1 point: the result that would decide, either way.
