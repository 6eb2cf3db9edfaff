# rows: N2
# %% [markdown]
# ## Question 2 · Two features, and the contours around their mean
#
# Now the data have two features, with the mean $(2, 1)$ and the covariance matrix
#
# $$\Sigma = \begin{pmatrix} 2 & 1.2 \\ 1.2 & 1 \end{pmatrix}.$$
#
# The blue curves are 1 and 2 standard deviations away from the mean.
# Where are they after batch norm with $\gamma = 1$, $\beta = 0$, $\varepsilon = 0$ and a very large batch?
#
# ![Two nested tilted ellipses around the point (2, 1), for 1 and 2 standard deviations, on a grid that reaches from -3 to 5.](figures/contours_before.svg)

# %% [markdown]
# Batch norm treats every feature on its own, so follow what happens to each entry of a covariance matrix $C$, such as $\Sigma$.
#
# The contour at $k$ standard deviations from the mean $m$ holds the points with
#
# $$(z - m)^\top C^{-1} (z - m) = k^2 .$$
#
# A circle of radius $k$ becomes this contour when it is multiplied by a matrix $L$ with $L L^\top = C$ and moved to $m$.
#
# **For example**, the covariance $\begin{pmatrix} 4 & 0 \\ 0 & 9 \end{pmatrix}$ becomes $\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}$, and its contours become circles.

# %% tags=["solution"]
def bn_cov(mu, Sigma):
    """Return mean (D,) and covariance (D, D) after batch norm, gamma=1, beta=0, eps=0.

    mu: (D,), the mean of the input.  Sigma: (D, D), its covariance.
    """
    # Which factor does each feature get, and so each pair of features? About two lines.
    # BEGIN SOLUTION
    # The result is the correlation matrix, not the identity: dividing each feature
    # by its own spread cannot undo the correlation, so these are no circles.
    sd = np.sqrt(np.diag(Sigma))
    return np.zeros_like(mu), Sigma / np.outer(sd, sd)
    # END SOLUTION


def contour_points(mean, cov, k, count):
    """Return points (count, 2) all along the contour k standard deviations from mean.

    mean: (2,).  cov: (2, 2).  k: a positive number.
    The points follow each other around the curve, in about equal steps of the circle.
    """
    # Put points on a circle, then stretch and move them: about three lines.
    # BEGIN SOLUTION
    angle = 2 * np.pi * np.arange(count) / count
    circle = k * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return mean + circle @ np.linalg.cholesky(cov).T
    # END SOLUTION
