# %% [markdown]
# ## What you built
#
# - Momentum and Adam as one step each, and the decay rate that makes weight decay an L2 penalty for plain SGD.
# - The exact loss that dropout minimizes in linear regression, and the ridge problem behind it.
# - Gradients of tanh units and tanh networks by hand, without automatic differentiation.

# %% [markdown]
# ## Going further
#
# Two open questions, without points:
#
# - Which step of your derivation for dropout fails when a tanh follows the noise?
# - Question 9 allows noise with $\mu = 1$ and any $\sigma$: which strength would you choose for a feature that you trust, and how would you test the choice?
