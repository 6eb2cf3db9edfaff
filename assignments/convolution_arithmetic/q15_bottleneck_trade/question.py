# rows: B8, B9
# %% [markdown]
# ## Question 15 · What the bottleneck buys, and what it costs
#
# Two blocks can replace each other only when they read and give equally many channels.
# Those of the last question cannot, although their counts are close.
# So compare at **equal width**.
#
# 1. `equal_width_ratio`: how many times more parameters has a standard block with C channels than a bottleneck with C outside and S inside?
#
# **For example**, with one channel everywhere the ratio is 24/20 = 1.2.

# %% [markdown]
# 2. Name **all** advantages that a bottleneck has over a standard block of equal width, with $S = C/4$:
#
# - **A**: far fewer parameters
# - **B**: a larger receptive field
# - **C**: far fewer multiplications at each position
# - **D**: three nonlinear steps instead of two, at less cost
# - **E**: no need for a shortcut

# %% [markdown]
# 3. Name **all** prices that it pays:
#
# - **A**: The receptive field of a block is smaller.
# - **B**: It has more parameters.
# - **C**: Its layers pass on only what fits into S channels.
# - **D**: The maps between blocks are wider than those of a standard block, and take more memory.
# - **E**: It depends on an identity shortcut: a learned $1\times1$ shortcut on C channels would cost about as much as the block.
# - **F**: It cannot use batch normalization.

# %% tags=["solution"]
def equal_width_ratio(channels, squeezed):
    """Divide a standard block's parameters by a bottleneck's, at equal width."""
    # About one line.
    # BEGIN SOLUTION
    # Prices: at equal width the maps between blocks are the same (D is false); a window
    # of 3 instead of 5 (A), S channels in the middle (C) and the shortcut (E) differ.
    # 18,624 and 17,984 are often compared, but those blocks have 32 and 128 channels.
    return standard_block_params(channels) / bottleneck_params(channels, squeezed)
    # END SOLUTION


# All or nothing: every right letter, and no other.
bottleneck_advantages = "ACD"  # SOLUTION
bottleneck_prices = "ACE"  # SOLUTION
