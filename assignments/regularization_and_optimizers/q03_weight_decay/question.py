# rows: O3
# %% [markdown]
# ### Question 3 · Weight decay and the L2 penalty
#
# Two ways to keep weights small:
#
# - **L2 penalty**: run plain SGD on $f(\theta) + \frac{\lambda}{2}\|\theta\|^2$.
# - **Weight decay**: run SGD on $f$ alone, but shrink the weights in every step,
#
# $$\theta_{t+1} = (1-\gamma)\,\theta_t - \eta\,\nabla f(\theta_t) .$$
#
# With the right $\gamma$ both take the same step, for every $f$ and every $\theta$.
# Find it.

# %% [markdown]
# **For example**, let $\theta = 2$, $f(\theta) = \theta$, $\eta = 1$ and $\lambda = 0.5$.
# The penalty adds $0.5\cdot 2 = 1$ to the gradient 1, and the step leads to $2 - 2 = 0$.
# Weight decay gets to 0 when $\gamma = 0.5$.

# %% [markdown]
# Now change the optimizer.
# Either it receives the gradient of $f$ and penalty, or it receives $\nabla f$ alone and each step also subtracts $\gamma\,\theta_t$.
# For which optimizers does some $\gamma$, chosen from $\eta$ and $\lambda > 0$ alone, make both take the same steps, for every $f$?
#
# - **A**: plain SGD.
# - **B**: SGD with the momentum of Question 1, since a mean of sums is a sum of means.
# - **C**: Adam.
# - **D**: plain SGD whose step size $\eta_t$ changes ($\gamma_t$ may, too).

# %% tags=["solution"]
def decay_rate(eta, lam):
    """Return the gamma that makes weight decay equal to the L2 penalty, for plain SGD.

    eta: the step size.  lam: the factor in (lam / 2) * ||theta||^2.
    """
    # Compare the two steps, term by term: about one line.
    # BEGIN SOLUTION
    # The 2 of the square cancels lam / 2: a frequent slip writes (lam / 2) * theta.
    # D: each step is one of plain SGD, with gamma_t = eta_t * lam. B: the penalty of an
    # old theta goes on acting through m, and no multiple of the new theta is that. C:
    # Adam divides the size of the gradient out, and with it the size of the penalty.
    return eta * lam
    # END SOLUTION


# All letters that are right, in one string such as "XY".
# All or nothing: every right letter, and no other.
same_steps = "AD"  # SOLUTION
