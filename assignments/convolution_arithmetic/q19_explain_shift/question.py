# rows: C15, F8, F9
# collects: explain
# manual: true
# points: 4
# %% [markdown]
# ## Question 19 · Explain a shift and a gradient

# %% [markdown]
# 1. Argue, without numbers of the network, which features `x3` of Question 8 has.
#    Follow the shift through the layers, and name the property of each that you use.
# 2. A friend says: "`x2` is `x1` turned by 90 degrees and shifted, so both have the same features."
#    What do you answer?
# 3. In Question 12 the map from $\partial\mathcal L/\partial\tilde Y$ to $\partial\mathcal L/\partial\tilde X$ is a convolution again.
#    How do its filter, padding and channels come from those of the forward pass, and why?

# %% [markdown] tags=["solution"]
# `x3` is `x1`, five rows further down.
# A convolution with circular padding turns a shifted input into an output that is shifted as much, and ReLU works at each place alone, so this holds for all four layers.
# The mean over all places does not ask where a number stands, so it forgets the shift, and the features agree.
#
# Nothing in the network is invariant to turning: its filters have a direction, so the response to a vertical line is another one than that to a horizontal line.
#
# The gradient at an input collects all outputs whose windows contain it.
# Output $i$ reads input $i+k$ with weight $w_k$, so input $j$ gets weight $w_k$ from output $j-k$: the index runs the other way, and the filter is turned round.
# $K-1$ zeros at each end let also the first and last inputs find their outputs, and the roles of the channels are exchanged, since the filters now read output channels and give input channels.
#
# **Points.**
#
# - 1 point: convolution and ReLU move along with the shift, the mean forgets it.
# - 1 point: turning is no shift, and filters have a direction.
# - 1 point: turned filter, with the reason that the index runs the other way.
# - 1 point: K - 1 zeros at each end, and channels exchanged.
