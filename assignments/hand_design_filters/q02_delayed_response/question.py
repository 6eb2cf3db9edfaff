# rows: C2
# %% [markdown]
# ## Question 2 · The boxcar comes later
#
# Now the same boxcar arrives $N$ steps later: $x_2[n] = x[n-N]$.
# The filter is still $h[n] = a^n$ for $n \ge 0$, and the convolution still flips.
#
# **For example**, the boxcar of $L=2$ ones, delayed by $N=1$, has its ones at $n = 1$ and $n = 2$.
#
# Give the new output $y_2 = x_2 * h$.
# A negative $N$ means that the boxcar comes earlier.

# %% [markdown]
# What does $y_2$, compared with $y$, show about the filter?
# Choose **one** letter for `delay_property`.
#
# - **A** Linearity: sums and multiples of inputs give sums and multiples of outputs.
# - **B** Time invariance: when the input is delayed, the output is delayed by as much.
# - **C** Invariance of the output: when the input is delayed, the output stays where it was.
# - **D** Commutativity: signal and filter can change places.
# - **E** Causality: the output never comes before the input.

# %% [markdown]
# Which of these systems have the property that you chose?
# Choose **every** right letter for `systems_with_it`, such as `"XY"`.
#
# - **A** $y[n] = x[n] - x[n-1]$
# - **B** $y[n] = n\,(x[n] - x[n-1])$
# - **C** $y[n] = x[2n]$
# - **D** $y[n] = x[n]^2$
# - **E** $y[n] = x[-n]$
# - **F** $y[n] = x[n-3] + 1$

# %% tags=["solution"]
def delayed_response(n, L, a, N):
    """Answer of the filter a^n (n >= 0) to the boxcar x[n - N], with the flip.

    n: (T,) integers of any sign and in any order.  L: int >= 1.  a: 0 < a < 1.
    N: int, the delay; negative for an advance.

    Returns y2[n] as floats, shape (T,).
    """
    # Return a call of boxcar_exp from Question 1: about one line.
    # BEGIN SOLUTION
    # The output moves along with the input (B). Systems: A, D and F treat all times
    # alike. B multiplies by n, C skips every other time, E turns a delay round.
    return boxcar_exp(n - N, L, a)
    # END SOLUTION


# One letter.
delay_property = "B"  # SOLUTION
# One letter or several, such as "XY".
# All or nothing: every right letter, and no other.
systems_with_it = "ADF"  # SOLUTION
