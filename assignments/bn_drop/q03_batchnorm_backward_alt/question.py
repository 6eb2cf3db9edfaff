# rows: K5
# %% [markdown]
# ## Question 3 · A challenge: batch normalization backward, in closed form
#
# The steps of the last question can be put into each other on paper.
# Nearly everything cancels, and one short line is left for `dx`.
#
# The result needs only `dout`, $\hat x$, $\gamma$ and $s=\sqrt{\sigma^2+\varepsilon}$, and means over the batch.
# Derive it, then code it.
# Nothing later builds on this question, so you may come back to it at the end.

# %% [markdown]
# Two checks for your formula, for one feature:
#
# - If `dout` has the same number in every row, `dx` is 0: the outputs have a fixed sum.
# - If `dout` is $\hat x$ and $\varepsilon = 0$, `dx` is 0: the squares of $\hat x$ have a fixed sum.
#
# **For example**, `x = [1, 1, 3, 3]` and `dout = [8, 0, 0, 4]`, with `gamma = 1` and `eps = 0`, give `dx = [4, -4, -2, 2]`.
#
# Write the formula out: do not call `batchnorm_backward`.

# %% tags=["solution"]
def batchnorm_backward_alt(dout, cache):
    """Do what batchnorm_backward does, with one formula for dx.

    dout: (N, D), gradient with respect to out.
    cache: what your batchnorm_forward stored.

    Returns dx (N, D), dgamma (D,) and dbeta (D,). dout and the cache stay as they are.
    """
    # If your forward pass stores something else, unpack that here.
    _, x_hat, _, var, gamma, eps = cache
    # About four lines.
    # BEGIN SOLUTION
    # The x_hat before the last mean is easily lost: then each row gets the same number
    # through the variance, and the columns of dx do not sum to zero.
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    scale = gamma / np.sqrt(var + eps)
    dx = scale * (dout - dout.mean(axis=0) - x_hat * (dout * x_hat).mean(axis=0))
    # END SOLUTION
    return dx, dgamma, dbeta
