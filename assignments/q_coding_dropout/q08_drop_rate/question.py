# rows: D9
# %% [markdown]
# ### Question 8 · From one drop rate to all of them
#
# At $p_\text{drop}=\frac12$ all masks are equally likely; at other rates they are not.
# The average loss then weights each mask with its probability, and so do its normal equations:
#
# $$\begin{aligned}
# \mathbb E\big[\tilde x\tilde x^\top\big]\,w&=\mathbb E[\tilde x]\,y, \\
# \tilde x&=m\odot x .
# \end{aligned}$$
#
# The entries of the mask are independent, with $\mathbb E[m_j]=1$.
# Work out $\mathbb E[m_jm_k]$ for $j\ne k$ and for $j=k$: the second depends on $p_\text{drop}$.

# %% [markdown]
# At $p_\text{drop}=0$ return what gradient descent from zero finds, as in Part 1.
#
# **For example**, $x=(2,1)$ and $y=6$ give $w=(1,2)$ at $p_\text{drop}=\frac12$, and $w=(2.4,1.2)$ at 0.

# %% [markdown]
# Run the cell below the check.
# The weights are smooth in $p_\text{drop}$, except for a jump at 0.
# What makes them jump?
# Set `why_jump` to one letter.
#
# - **A.** For very small rates the equations are too badly conditioned to be solved exactly.
# - **B.** At 0 the loss has more than one minimum; above 0 it has one.
# - **C.** At 0 the factor $1/(1-p_\text{drop})$ is not defined.
# - **D.** At 0 gradient descent diverges.

# %% tags=["solution"]
def w_of_p(x, y, p_drop):
    """Return the weights that gradient descent from zero finds at a drop rate.

    x: (d,), no entry zero.  y: a number.  0 <= p_drop < 1, the probability to drop.

    Returns w, shape (d,): the minimum of the average loss, for p_drop > 0.
    """
    # About four lines.
    # BEGIN SOLUTION
    # Why there is a jump, B: above 0 the loss is a bowl with one lowest point, however
    # flat; at 0 it is a valley, and the descent from zero picks the shortest w in it.
    # The exact formula jumps too (not A), the factor is 1 at 0 (not C), and Question 2
    # converged (not D).
    # The pseudo-inverse of the list of rows is right at 1/2 only: elsewhere the rows
    # are not equally likely.
    if p_drop == 0:
        return x * y / (x @ x)
    second = np.outer(x, x) + np.diag(x**2) * p_drop / (1 - p_drop)
    return np.linalg.solve(second, x * y)
    # END SOLUTION


why_jump = "B"  # SOLUTION
