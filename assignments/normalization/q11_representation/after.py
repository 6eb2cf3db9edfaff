# %% tags=["otter_ignore"]
line_x = np.linspace(-2, 2, 101)
without_bn, with_bn = {}, {}
for first_weight in (0.3, 1.0, 10.0):
    without_bn[f"w1 = {first_weight}"] = np.tanh(first_weight * line_x)
    with_bn[f"w1 = {first_weight}"] = bn_net(line_x, first_weight, 1.0, np.tanh)
draw_functions({"without batch norm": without_bn, "with batch norm": with_bn}, line_x);

# %% [markdown]
# Count the different curves in each panel.
# Without batch norm $w_1$ chooses between a nearly straight line and a step.
# This is why the layer carries a factor and a shift of its own, and why `bn_drop` trains both.
