# rows: D4
# %% [markdown]
# ### Question 4 · Dropout as a module
#
# Listing masks works for two inputs; a network with a thousand has to draw them.
# You write the layer as an `nn.Module`, so that PyTorch can switch it between its two modes.
#
# In **training** (`module.train()`, and `self.training` is true), each entry of `x` is dropped with probability `p_drop`, independently of all others and of earlier calls:
#
# $$\begin{aligned}
# \text{out} &= x\odot m, \\
# m&=\begin{cases}0&\text{with probability } p_\text{drop},\\ \dfrac1{1-p_\text{drop}}&\text{else.}\end{cases}
# \end{aligned}$$

# %% [markdown]
# In **evaluation** (`module.eval()`), the module returns `x` as it is and draws no random numbers.
#
# **For example**, `p_drop = 0.5` and `x = [2, 4, 6]` may give `[4, 0, 12]` in training, and give `[2, 4, 6]` in evaluation.
#
# The gradient follows by itself: if `out` is `x` times a mask, autograd multiplies the gradient by the same mask.
#
# Build it from `torch.rand` or its relatives, not from PyTorch's own dropout.

# %% tags=["solution"]
class Dropout(nn.Module):
    """Drop entries at random in training; change nothing in evaluation."""

    def __init__(self, p_drop):
        """p_drop: the probability to DROP an entry, 0 <= p_drop < 1."""
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        """Return a tensor in x's shape and dtype, and never change x.

        x: a tensor of floats, of any shape.
        """
        # About four lines.
        # BEGIN SOLUTION
        # Often p_drop is taken for the probability to keep, or evaluation is scaled.
        if not self.training:
            return x
        kept = torch.rand_like(x) >= self.p_drop
        return x * kept / (1 - self.p_drop)
        # END SOLUTION
