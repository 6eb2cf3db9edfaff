# rows: N2
# %% [markdown]
# ## Question 3 · Does batch norm remove correlation?
#
# Two features have the covariance matrix $\begin{pmatrix} 1 & \rho \\ \rho & 1 \end{pmatrix}$ with $-1 < \rho < 1$.
# Their contours have two axes, along the eigenvectors of this matrix, and an eigenvalue is the variance along its eigenvector.
#
# Write the half-lengths of the two axes for the contour at $k$ standard deviations.
#
# **For example**, with $\rho = 0.44$ and $k = 5$ they are 6 and about 3.74.

# %% [markdown]
# Then take batch norm as in Question 2, for two features of a Gaussian with the correlation 0.85.
# Choose **all** true statements.
#
# - **A** The output's contours are circles, because both variances are 1.
# - **B** The correlation is the same before and after.
# - **C** The long axis of an output contour lies at 45°.
# - **D** The output features are independent.
# - **E** The layer uses the covariance of the two features.
# - **F** With correlation 0, the output's contours would be circles.

# %% tags=["solution"]
def contour_axes(rho, k):
    """Return the half-lengths (long, short) of the contour k standard deviations out.

    rho: the correlation, above -1 and below 1.  k: a positive number.
    """
    # Start from the two eigenvalues: about two lines.
    # BEGIN SOLUTION
    # A positive factor for each feature leaves the correlation (B). Then both variances
    # are 1, and (1, 1) and (1, -1) are the eigenvectors (C), with 1 + rho and 1 - rho:
    # equal, a circle, only for rho = 0 (F, not A). No covariance is used (not E), and
    # correlated features are not independent (not D).
    spread = abs(rho)  # a negative correlation turns the ellipse, nothing else
    return k * np.sqrt(1 + spread), k * np.sqrt(1 - spread)
    # END SOLUTION


# All true statements as one string, such as "XY".
# All or nothing: every right letter, and no other.
correlation_facts = "BCF"  # SOLUTION
