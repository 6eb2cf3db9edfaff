# rows: R1, R2, R3, R5, R6, R7
# collects: derive
# manual: true
# points: 6
# %% [markdown]
# ### Question 16 · Derive what noise penalizes
#
# Show the work behind Questions 4 to 6 and 8 to 9.

# %% [markdown]
# 1. Show how the average in $\mathcal L(w)=\mathbb E\,\|y-(R\odot X)w\|^2$ goes away, for independent entries with mean $\mu$ and variance $\sigma^2$.
#    Write one row's error as its mean and a rest.
# 2. Put in dropout's coin and the Gaussian noise of Question 8, and read off $a$ and $b$ for both.
# 3. Give the two lines that lead from the dropout loss to $\|y-Xw\|^2+\|\Gamma w\|^2$.
# 4. Give the two lines that lead from any invertible $\Gamma$ to ridge regression on $\tilde X$.

# %% [markdown]
# Type your formulas, or work on paper and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# One row's prediction is $p_i=\sum_jR_{ij}X_{ij}w_j$, with mean $\mu\,(Xw)_i$ and variance $\sigma^2\sum_jX_{ij}^2w_j^2$, since the entries are independent: for $j\ne k$ the average of $R_{ij}R_{ik}$ is $\mu^2$ and adds no variance.
# With $\mathbb E(y_i-p_i)^2=(y_i-\mathbb E p_i)^2+\operatorname{Var}p_i$, the sum over rows is
#
# $$\mathcal L(w)=\|y-\mu Xw\|^2+\sigma^2\sum_jw_j^2\sum_iX_{ij}^2=\|y-\mu Xw\|^2+\sigma^2\|\tilde\Gamma w\|^2 .$$
#
# Dropout's coin has $\mu=p$ and $\sigma^2=p-p^2$, so $a=p$, $b=p(1-p)$; the Gaussian has $a=\mu$, $b=\sigma^2$.
#
# With $w=p\tilde w$: $\|y-pX\tilde w\|^2=\|y-Xw\|^2$, and $p(1-p)\|\tilde\Gamma\tilde w\|^2=\frac{1-p}p\|\tilde\Gamma w\|^2$, so $\Gamma=\sqrt{(1-p)/p}\;\tilde\Gamma$.
#
# With $v=\Gamma w$, $w=\Gamma^{-1}v$: $\|y-Xw\|^2=\|y-X\Gamma^{-1}v\|^2$ and $\|\Gamma w\|^2=\|v\|^2$, so $\tilde X=X\Gamma^{-1}$.
#
# **Points.**
#
# - 2 points: mean squared error as squared mean plus variance (or the expanded square), with j = k apart.
# - 1 point: the variance of a sum of independent terms gives the lengths of the columns.
# - 1 point: a and b for the coin and for the Gaussian.
# - 1 point: the two lines to the penalized problem.
# - 1 point: the two lines of the change of variables.
