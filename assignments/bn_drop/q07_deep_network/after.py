# %% tags=["otter_ignore"]
loss_curves = {
    "without": deep_net_losses(digits, None, seed=0),
    "with batch norm": deep_net_losses(digits, "batchnorm", seed=0),
}
plot_curves(loss_curves, xlabel="step", ylabel="training loss")
for curve_name, curve in loss_curves.items():
    print(f"{curve_name:15s} loss {curve[0]:.2f} at first, {curve[-1]:.2f} at last")

# %% [markdown]
# Both networks start at the loss of a guess, $\ln 10 \approx 2.3$.
# Compare where they end, and compare the curves with your letter.
# The next question varies the scale of the initial weights.
