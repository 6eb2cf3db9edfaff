# rows: D5, D6
# collects: explain
# manual: true
# points: 5
# %% [markdown]
# ## Part 4 · In your own words
#
# ### Question 11 · Describe two trainings
#
# Look at the curves and weights of Questions 5 and 6 again, and describe them in six to eight sentences.

# %% [markdown]
# 1. What does the loss do with one mask a step, and which values does it take?
# 2. Are the final weights those of least squares?
#    Compare numbers of several runs.
# 3. How do curve and weights differ with 1024 masks, and why?
# 4. Compare the weights after 1000 and after 10,000 steps with those of least squares.
#    What makes the difference?

# %% [markdown] tags=["solution"]
# With one mask a step the loss keeps jumping, since each step sees one of four rows: 121 for the row of zeros, which no weight can change, a loss that falls from 121 to about 15 for $(0, 2)$, and in the end anything from 0 to about 50 for the other two.
# The weights scatter around the least-squares solution $(0.367, 3.667)$: after 10,000 steps three runs ended at second weights of 3.85, 3.83 and 3.65, and no two runs agree.
# The scatter does not die out, because the step size stays and no $w$ fits all four rows.
#
# With 1024 masks each step follows nearly the average gradient, so the curve is smooth; it falls to about 40.3 and not to 0, the least that any $w$ reaches on average.
# After 1000 steps the second weight is 3.48, with noise or without, so noise is not the reason.
# Its input is ten times smaller, so the loss is a hundred times flatter in that direction, and the descent is late; after 10,000 steps it is 3.67.
#
# **Points.**
#
# - 1 point: jumps from row to row, which do not end, with values.
# - 1 point: the weights scatter around least squares, with numbers of at least two runs.
# - 1 point: 1024 masks average the noise away, and the loss keeps its floor.
# - 1 point: the gap after 1000 steps is not noise: the limit without noise shows it too.
# - 1 point: one direction is much flatter, because its input is smaller.
