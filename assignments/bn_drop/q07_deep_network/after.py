# %% tags=["otter_ignore"]
loss_curves = {
    "without": deep_net_losses(digits, None, seed=0),
    "with batch norm": deep_net_losses(digits, "batchnorm", seed=0),
}
loss_axes = plot_curves(loss_curves, xlabel="step", ylabel="training loss")

# %% [markdown]
# Both networks start at the loss of a guess, $\ln 10 \approx 2.3$.
# With weights of standard deviation 0.02, each plain layer of 100 units shrinks its input by a factor of about $0.02\sqrt{100/2} \approx 0.14$, and five of them by about $6\cdot10^{-5}$.
# The normalized network does not care: every layer gets its scale back.
#
# Batch normalization does not make a *good* starting point unnecessary, but it makes a bad one survivable.
# The next question measures how far that goes.
