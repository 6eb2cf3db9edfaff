# rows: O3
# collects: derive
# manual: true
# points: 4
# %% [markdown]
# ## Part 4 · In your own words
#
# ### Question 15 · Prove that two steps are one
#
# 1. Show that plain SGD on $f(\theta)+\frac\lambda2\|\theta\|^2$ and SGD with weight decay take the same step for every $f$ and every $\theta$, and find $\gamma$ on the way.
# 2. Does some $\gamma$, chosen before $f$ is known, do this for Adam, for every $f$?
#    Prove your answer.

# %% [markdown]
# Type your formulas, or work on paper and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# The gradient of the penalty is $\lambda\theta$, so SGD on the sum takes
#
# $$\theta-\eta\,(\nabla f(\theta)+\lambda\theta)=(1-\eta\lambda)\,\theta-\eta\,\nabla f(\theta),$$
#
# which is weight decay with $\gamma=\eta\lambda$, term by term, for every $f$ and $\theta$.
# If $\nabla f(\theta)=0$ both must shrink $\theta$ equally, so no other $\gamma$ does it.
#
# Adam's first step is $-c$ times the sign of the gradient it receives, whatever its size, with $c=\eta\,(1-\beta_1)/\sqrt{1-\beta_2}$.
# Take $\theta=1$.
# For $f(\theta)=\theta$ the gradient is positive with the penalty and without, so both step by $-c$, and decay subtracts $\gamma$ besides: only $\gamma=0$ fits.
# For $f(\theta)=-\frac\lambda2\theta$ the gradients are $+\frac\lambda2$ with the penalty and $-\frac\lambda2$ without: $-c=c-\gamma$ needs $\gamma=2c$.
# No $\gamma$ does both.
#
# **Points.**
#
# - 1 point: the gradient of the penalty, lambda times theta.
# - 1 point: the two steps brought into one form, so gamma = eta times lambda, for every f and theta.
# - 2 points: Adam: the size of the gradient is divided out, shown by two steps that no single gamma matches.
