# %% [markdown]
# ## What you built
#
# - The answer of a filter to a signal, in closed form, and to a delayed signal.
# - The true convolution in two dimensions, with a flip, zero padding and a stride.
# - An averaging filter and an edge detector that treat the border and bytes with care.

# %% [markdown]
# ## Going further
#
# - How can the average of an $n \times n$ window be computed in a time that does not depend on $n$?
# - Which $3 \times 3$ filter sharpens what your averaging filter blurred, and why would you not use it on a noisy image?
# - Why can no filter undo the averaging exactly?
#   Think of the stripes.
