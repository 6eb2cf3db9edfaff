# rows: R5, R6
# %% [markdown]
# ### Question 9 · Gaussian noise: the loss
#
# With the noise of Question 8, the average loss has the same form as with dropout:
#
# $$\begin{aligned}
# & \mathbb E\,\|\,y - (R\odot X)\,w\,\|^2 \\
# & \quad = \|\,y - a\,Xw\,\|^2 + b\,\|\tilde\Gamma w\|^2 ,
# \end{aligned}$$
#
# where $\tilde\Gamma$ is diagonal and holds the lengths of the columns of $X$.
# Which numbers are $a$ and $b$?

# %% [markdown]
# **Two examples** that need no calculation:
# with $\mu = 1$ and $\sigma = 0$ there is no noise, and $a = 1$, $b = 0$;
# with $\mu = 0$ and $\sigma = 1$ the prediction is noise alone, and $a = 0$, $b = 1$.

# %% tags=["solution"]
def noise_coefficients(mu, sigma):
    """Return the numbers a and b of the average loss under Gaussian noise.

    mu, sigma: mean and standard deviation of every entry of the noise.
    """
    # About one line.
    # BEGIN SOLUTION
    # The first norm already holds mu^2 of E[r^2], so b is the variance alone.
    return mu, sigma**2
    # END SOLUTION
