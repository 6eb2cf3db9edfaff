# rows: B9
# manual: true
# points: 0
# %% [markdown]
# ## Question 16 · An idea of your own (optional, no points)
#
# Suppose that you suspect the squeeze of losing information that a network needs.
#
# In three sentences: what would you measure, and which result would convince you that S is too small?

# %% [markdown] tags=["solution"]
# Train the same network with S = C/8, C/4 and C/2, and adjust the number of blocks so that all have the same number of parameters.
# Compare the validation errors over several seeds, and the rank of the activations in the middle.
# If the error falls as S grows, while all S directions are in use, the squeeze was too tight.
# If many directions carry almost nothing, it was not.
#
# *For the reader who grades: any idea counts that varies S, keeps something comparable fixed, and names the result that would decide.*
