# rows: K1, K2, K3
# %% [markdown]
# ## Question 1 · Batch normalization, forward
#
# Batch normalization gives every feature the mean 0 and the variance 1, and then lets the network choose another mean and another scale.
#
# In **training**, each feature (column of `x`) is normalized with the mean and the *biased* variance of the batch of $N$ rows:
#
# $$\begin{aligned}
# \mu &= \frac1N\sum_i x_i, \\
# \sigma^2 &= \frac1N\sum_i (x_i-\mu)^2, \\
# \hat x_i &= \frac{x_i-\mu}{\sqrt{\sigma^2+\varepsilon}}, \\
# y_i &= \gamma\,\hat x_i+\beta .
# \end{aligned}$$

# %% [markdown]
# In **testing** there may be no batch, so the layer uses running statistics that it collected in training.
# Each training call updates them, and `momentum` is the weight of the *old* value:
#
# $$\begin{aligned}
# \text{running} \leftarrow{} &\text{momentum}\cdot\text{running} \\
# &+ (1-\text{momentum})\cdot\text{batch} .
# \end{aligned}$$
#
# **For example**, with `momentum = 0.9`, a running mean of 0 and a batch mean of 5, the new running mean is 0.5.

# %% tags=["solution"]
def batchnorm_forward(x, gamma, beta, bn_param):
    """Normalize each column of x, then scale it by gamma and shift it by beta.

    x: (N, D).  gamma, beta: (D,).
    bn_param: dict with "mode" ("train" or "test"), "eps" (default 1e-5),
        "momentum" (default 0.9), "running_mean" and "running_var", both (D,).
        Training updates the two running entries (biased variance) in bn_param.

    Returns out (N, D), and a cache for the backward pass. We suggest
    cache = (x, x_hat, mean, var, gamma, eps); it is None in test mode.
    x, gamma and beta stay as they are.
    """
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if mode == "train":
        # Normalize with the batch, then update the running statistics: about six lines.
        # BEGIN SOLUTION
        mean, var = x.mean(axis=0), x.var(axis=0)
        x_hat = (x - mean) / np.sqrt(var + eps)
        out = gamma * x_hat + beta
        cache = (x, x_hat, mean, var, gamma, eps)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * var
        # END SOLUTION
    else:
        # Normalize with the running statistics: about two lines.
        # BEGIN SOLUTION
        x_hat = (x - running_mean) / np.sqrt(running_var + eps)
        out, cache = gamma * x_hat + beta, None
        # END SOLUTION
    bn_param["running_mean"], bn_param["running_var"] = running_mean, running_var
    return out, cache
