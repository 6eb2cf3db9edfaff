# rows: C1
# %% [markdown]
# ## Question 1 · A filter answers a signal
#
# One signal tells everything about a filter: its answer $h$ to a single 1, the *impulse response*.
# Every other signal is a sum of shifted and scaled ones, so every other answer is a sum as well:
#
# $$\begin{aligned}
# y[n] = (x * h)[n] &= \sum_{i=-\infty}^{\infty} x[i]\,h[n-i] \\
# &= \sum_{i=-\infty}^{\infty} h[i]\,x[n-i] .
# \end{aligned}$$
#
# Mind the minus sign: one of the two signals is flipped, and then dragged along.

# %% [markdown]
# ![The boxcar signal stands still while the flipped filter is dragged over it: before it, partly inside and wholly past its start.](figures/flip_and_drag.svg)
#
# The signal is a **boxcar** of $L$ ones, and the filter forgets by a factor $0 < a < 1$ at each step.
# Both are 0 at all other $n$:
#
# $$\begin{aligned}
# x[n] &= 1 \ \text{ for } 0 \le n \le L-1, \\
# h[n] &= a^n \ \text{ for } n \ge 0 .
# \end{aligned}$$

# %% [markdown]
# **For example**, with $L=2$ and $a=\tfrac12$ the output at $n=-2,\dots,3$ is $0,\ 0,\ 1,\ \tfrac32,\ \tfrac34,\ \tfrac38$.
#
# Find the output for every $L$ and $a$.
# Three cases arise: no overlap, a growing overlap, and the whole boxcar inside.
# A closed form per case is shortest; a sum of the right terms is as good.

# %% tags=["solution"]
def boxcar_exp(n, L, a):
    """Answer of the filter h[n] = a^n (n >= 0) to a boxcar of L ones, with the flip.

    n: (T,) integers of any sign and in any order.  L: int >= 1.  a: 0 < a < 1.

    Returns y[n] as floats, shape (T,).
    """
    # Treat the three cases and return y: about three lines.
    # BEGIN SOLUTION
    # While the boxcar lasts, the powers 0 to n meet a one; later only n - L + 1 to n:
    # at n = 10 with L = 7 the powers 4 to 10, not 0 to 10.
    growing = (1 - a ** (n + 1.0)) / (1 - a)
    fading = a ** (n - L + 1.0) * (1 - a**L) / (1 - a)
    return np.where(n < 0, 0.0, np.where(n < L, growing, fading))
    # END SOLUTION
