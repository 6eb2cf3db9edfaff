# rows: N1
# %% [markdown]
# ## Question 1 · A bell curve goes through batch norm
#
# Before you trust a layer, predict what it does to data that you know.
# The feature on the left has a Gaussian distribution with mean 1.5 and variance 0.16.
# It passes batch norm with $\gamma = 1$ and $\beta = 3$.
# The batch is so large that its statistics are those of the distribution.
#
# ![Left: a bell curve with its centre at 1.5 and marks at 1.1 and 1.9, one standard deviation to each side. Right: an empty grid with a question mark.](figures/gaussian_before.svg)

# %% [markdown]
# Its statistics are then fixed numbers, so batch norm is a straight line in $x$, and a Gaussian under a straight line stays a Gaussian.
# So two numbers say everything: the mean and the standard deviation of the output.
#
# **For example**, a feature with mean 10 and variance 4, with $\gamma = 3$, $\beta = -1$ and $\varepsilon = 0$, leaves with mean $-1$ and standard deviation 3.
#
# Write both numbers for any setting, $\gamma < 0$ included.
# Then write the output's density, to draw it.

# %% tags=["solution"]
def bn_output_params(mu, var, gamma, beta, eps):
    """Return the mean and the standard deviation of y = gamma * x_hat + beta.

    mu, var: mean and variance of the Gaussian input, numbers.
    gamma, beta: the layer's parameters, numbers.  eps: added to the variance.
    """
    # Write y as a straight line in x, and follow mu and the spread: about three lines.
    # BEGIN SOLUTION
    slope = gamma / np.sqrt(var + eps)
    shift = beta - slope * mu  # so mu goes to beta, wherever it was
    # A spread has no sign: a negative slope mirrors the curve and keeps it as wide.
    return slope * mu + shift, abs(slope) * np.sqrt(var)
    # END SOLUTION


def output_density(y, mu, var, gamma, beta, eps):
    """Return the Gaussian density of the output at the points y, both of shape (M,)."""
    # Use your two numbers in the formula of a bell curve: about three lines.
    # BEGIN SOLUTION
    mean, sd = bn_output_params(mu, var, gamma, beta, eps)
    return np.exp(-0.5 * ((y - mean) / sd) ** 2) / (sd * np.sqrt(2 * np.pi))
    # END SOLUTION
