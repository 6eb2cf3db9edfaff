# rows: D7, D8
# %% [markdown]
# ### Question 7 · Who does the work?
#
# An input's **contribution** to the output is $w_jx_j$, in testing.
# Compare two solutions for the same $x$ and $y$:
#
# - without dropout: the shortest $w$ with $w\cdot x=y$,
# - with $p_\text{drop}=\frac12$: the minimum of the average loss, by least squares.
#
# **For example**, $x=(2,1)$ and $y=5$.
# Without dropout $w=(2,1)$, with contributions $(4,1)$.
# With dropout $w=(\frac56,\frac53)$, with contributions $(\frac53,\frac53)$.

# %% [markdown]
# Why so equal?
# Look at the masks one by one, now for any $p_\text{drop}$:
#
# - When only input $j$ is kept, one value of $w_j$ makes the output right.
#   Call it $t_j$: the weight that input $j$ would like to have.
# - When all inputs are kept and every $w_j$ is its $t_j$, what is the output?
#
# In both cases the network sees the *scaled* inputs $x_j/(1-p_\text{drop})$.

# %% [markdown]
# **For example**, $x=(2,1)$, $y=6$ and $p_\text{drop}=\frac12$.
# The network sees 4 or 2, so $t=(1.5, 3)$; with both kept the output is $6+6=12$, and the squared error is 36.

# %% [markdown]
# Set `why_shared` to *all* letters that are true for $x=(10,1)$, $y=11$.
#
# - **A.** Without dropout, a gradient step of $w_1$ is ten times that of $w_2$.
# - **B.** Dropout lowers the learning rate of the strong input, so that the weak one catches up.
# - **C.** With dropout, the mask that keeps both pulls both weights down in the end.
# - **D.** Dropout drops the strong input more often, because it contributes more.
# - **E.** Relying on one input is costly whenever it is dropped.

# %% tags=["solution"]
def compare(x, y):
    """Compare the solutions without dropout and with p_drop = 1/2.

    x: (d,), no entry zero.  y: a number.

    Returns four arrays of shape (d,): the weights without and with dropout, and the
    contributions without and with dropout.
    """
    # About five lines.
    # BEGIN SOLUTION
    # Letters: a step moves w_j in proportion to x_j (A). With both kept the output is
    # 14.67 at the solution, above 11, so that mask pulls down (C). What does all the
    # work gives nothing when it is dropped (E). Rates and coins are alike (not B, D).
    without = x * y / (x @ x)
    # The average over masks of (m x)(m x)^T is x x^T with its diagonal doubled.
    second = np.outer(x, x) + np.diag(x**2)
    dropped = np.linalg.solve(second, x * y)
    return without, dropped, without * x, dropped * x
    # END SOLUTION


def tug_of_war(x, y, p_drop):
    """Say what each input would like alone, and what happens if all get it.

    x: (d,), no entry zero.  y: a number.  0 < p_drop < 1.

    Returns the wishes t, shape (d,), the output when all inputs are kept and w = t,
    and its squared error.
    """
    # About four lines.
    # BEGIN SOLUTION
    # Often done with the unscaled x: then the wishes are 1 / (1 - p_drop) too large.
    seen = x / (1 - p_drop)
    wishes = y / seen
    output = seen @ wishes
    return wishes, output, (output - y) ** 2
    # END SOLUTION


# All the letters that are true.
# All or nothing: every right letter, and no other.
why_shared = "ACE"  # SOLUTION
