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
# - **B**: a larger receptive field, since three layers look further than two
# - **C**: far fewer multiplications at each position
# - **D**: one nonlinear step more, at less cost
# - **E**: no need for a shortcut, as its last layer brings the width back

# %% [markdown]
# 3. Name **all** prices that it pays, again at equal width with $S = C/4$:
#
# - **A**: Its receptive field is smaller.
# - **B**: Three convolutions have more parameters than the other's two.
# - **C**: Its layers pass on only what fits into S channels.
# - **D**: The maps between blocks are wider than those of a standard block, and take more memory.
# - **E**: A shortcut that must be learned ($1\times1$, C to C) costs about as much as the block.
# - **F**: It cannot use batch normalization.

# %% tags=["solution"]
def equal_width_ratio(channels, squeezed):
    """Divide a standard block's parameters by a bottleneck's, at equal width."""
    # About one line.
    # BEGIN SOLUTION
    # Advantages, for S = C/4: 17/16 C^2 weights and multiplications a position, not
    # 18 C^2 (A, C); a ReLU after each of three layers (D). Two 3x3 layers see 5 pixels,
    # one sees 3 (not B), and the shortcut carries what S channels cannot (not E).
    # Prices: a window of 3 (A), S channels (C), a 1x1 shortcut of C^2 weights (E). At
    # equal width the maps between blocks are the same (not D); batch norm fits (not F).
    return standard_block_params(channels) / bottleneck_params(channels, squeezed)
    # END SOLUTION


# Two strings of letters, such as "XY".
# All or nothing: every right letter, and no other.
bottleneck_advantages = "ACD"  # SOLUTION
bottleneck_prices = "ACE"  # SOLUTION
