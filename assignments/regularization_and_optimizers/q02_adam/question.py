# rows: O1, O2
# %% [markdown]
# ### Question 2 · Adam
#
# Some weights see large gradients, others small ones, and one step size cannot suit them all.
# Adam divides each entry of the mean gradient by the typical size of that entry.
# It keeps a second running mean $v$, of the *squared* gradients, and steps by
#
# $$\begin{aligned}
# \theta_t &= \theta_{t-1} - \eta\,\frac{m_t}{\sqrt{v_t}}, \\
# m_0 &= v_0 = 0 .
# \end{aligned}$$
#
# All operations act entry by entry.

# %% [markdown]
# The mean $m$ is that of Question 1, and $v$ is built in the same way with its own $\beta_2$.
#
# This is Adam *without bias correction*: nothing is divided by $1-\beta^t$.
# It also has no small $\varepsilon$ beside the root.
# An entry whose gradient has always been 0 would then give 0/0, so here **no gradient is ever 0**.
#
# **For example**, $\eta = 0.001$, $\beta_1 = 0.9$, $\beta_2 = 0.999$ and the gradients 1, 2 and $-1$ lead from $\theta_0=0$ to $-0.003162$, $-0.007264$ and $-0.009343$.

# %% tags=["solution"]
def adam_step(theta, m, v, g, eta, beta1, beta2):
    """Take one step of Adam, without bias correction and without eps.

    theta, m, v, g: (n,), the weights, the two running means so far, the new
        gradient; no entry of g is 0.
    eta: the step size.  beta1, beta2: the weights of the old running means.

    Returns the new theta, m and v, as new arrays.
    """
    # The two running means, the step, then return all three: about four lines.
    # BEGIN SOLUTION
    # A v of bare gradients looks right at g = 1, and only a second step tells.
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
    # END SOLUTION
