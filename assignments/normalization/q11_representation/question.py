# rows: N11
# %% [markdown]
# ## Question 11 · A network without gamma and beta
#
# Take the smallest network there is, $f(x) = w_2\,\phi(w_1 x)$, with numbers $w_1, w_2$ and a nonlinearity $\phi$.
# Put a batch norm **without** $\gamma$ and $\beta$ before $\phi$:
#
# $$\begin{aligned}
# h_i &= w_1 x_i, \\
# f(x_i) &= w_2\,\phi\!\left(\frac{h_i - \mu}{\sigma}\right), \\
# \mu &= \frac1B\sum_i h_i, \\
# \sigma &= \sqrt{\frac{1}{B-1}\sum_i (h_i-\mu)^2} .
# \end{aligned}$$

# %% [markdown]
# **A different convention, in this question only:** $\sigma$ divides by $B - 1$, and there is no $\varepsilon$.
# So the batch needs at least two different numbers, and $w_1 \ne 0$.
#
# **For example**, with $x = (1, 2, 3)$, $w_1 = 5$, $w_2 = 2$ and, to check the numbers only, $\phi(z) = z$ the result is $(-2, 0, 2)$.
#
# Write the network, and try several $w_1$.

# %% [markdown]
# Then choose **all** true statements about it, for a fixed batch and $\phi = \tanh$.
#
# - **A** $f$ depends on $w_1$ only through its sign.
# - **B** $w_2$ can do what the size of $w_1$ does without batch norm.
# - **C** No function is lost.
# - **D** The input of $\phi$ has mean 0 and, with $B-1$, standard deviation 1.
# - **E** With learned $\gamma$ and $\beta$, $f$ can be any $w_2\,\phi(w_1 x)$.
# - **F** Gradient descent on $w_1$ can make the input of $\phi$ larger than it is.

# %% tags=["solution"]
def bn_net(x, w1, w2, phi):
    """Return w2 * phi(standardized w1 * x) for a batch, without gamma, beta and eps.

    x: (B,), B >= 2.  w1, w2: numbers, w1 not 0.
    phi: a function that works on arrays entry by entry, such as np.tanh.
    """
    # Mean and standard deviation of h (B - 1), then phi: about three lines.
    # BEGIN SOLUTION
    # A factor |w1| is in h - mean and in the spread, and cancels: the sign is left (A),
    # and no step changes the size of z (not F), whose mean is 0 and spread 1 (D). w2 is
    # behind phi and cannot bend it (not B), so functions are lost (not C), until
    # gamma * z + beta gives phi any size and place again (E).
    h = w1 * x
    # Dividing by B instead would stretch every input of phi by sqrt(B / (B - 1)).
    z = (h - h.mean()) / h.std(ddof=1)
    return w2 * phi(z)
    # END SOLUTION


# All true statements as one string, such as "XY".
# All or nothing: every right letter, and no other.
representation_facts = "ADE"  # SOLUTION
