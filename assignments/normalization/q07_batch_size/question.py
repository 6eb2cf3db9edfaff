# rows: N6, N7
# %% [markdown]
# ## Question 7 · One example, and very many
#
# Take the layer of Question 6 to both ends: a batch of one, and a batch that grows without limit.
#
# First set `dx_alone` to $\partial L/\partial x_1$ for $n = 1$, $\gamma = 5$ and $\partial L/\partial y_1 = 7$.
#
# Then let $n \to \infty$ while all gradients stay bounded, and suppose that the mean of $\partial L/\partial y_1, \dots, \partial L/\partial y_n$ tends to a number $m$.
# Write the limit of $\partial L/\partial x_1$ as a function.

# %% [markdown]
# A friend says that the limit is $\gamma\,\partial L/\partial y_1$, because $1/n$ tends to 0.
# For which of these patterns, each continued for all $j$, is that right with $\gamma = 1$?
# Choose **all** of them.
#
# - **A** $\partial L/\partial y_j = 1$ for every $j$
# - **B** $\partial L/\partial y_j = (-1)^j$
# - **C** $\partial L/\partial y_1 = 5$, and $0$ for every $j > 1$
# - **D** $\partial L/\partial y_j = 1/j$
# - **E** $\partial L/\partial y_j = 1$ for odd $j$, and $0$ for even $j$

# %% tags=["solution"]
# A number, for a batch of one example.
dx_alone = 0.0  # SOLUTION


def limiting_gradient(dy_1, m, gamma):
    """Return the limit of dL/dx_1 as n grows.

    dy_1: dL/dy_1, the same for every n.  m: the limit of the mean of all dL/dy_j.
    gamma: the layer's factor.  All are numbers.
    """
    # One line.
    # BEGIN SOLUTION
    # 1/n tends to 0, but the sum behind it has n terms: only m = 0 leaves gamma * dy_1.
    # m is 1 for A and 1/2 for E. It is 0 for B (sums 0 or -1), C (the sum stays 5) and
    # D (the sum grows like log n), each divided by n.
    return gamma * (dy_1 - m)
    # END SOLUTION


# All patterns whose limit is dL/dy_1, as one string, such as "XY".
# All or nothing: every right letter, and no other.
right_patterns = "BCD"  # SOLUTION
