# rows: A1, A2, A3
# manual: true
# points: 0
# %% [markdown]
# ## Before you submit
#
# Three short answers, worth no points, so that we know how the homework went.
#
# 1. Which sources did you use: books, papers, web pages, programs?
# 2. With whom did you work, and on what?
# 3. How many hours did it take, as one number?

# %% [markdown] tags=["solution"]
# 1. The course's notes on this topic, and the documentation of NumPy and PyTorch.
# 2. Nobody.
# 3. Hours: 5
