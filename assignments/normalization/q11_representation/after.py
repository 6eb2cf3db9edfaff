# %% tags=["otter_ignore"]
line_x = np.linspace(-2, 2, 101)
without_bn, with_bn = {}, {}
for first_weight in (0.3, 1.0, 10.0):
    without_bn[f"w1 = {first_weight}"] = np.tanh(first_weight * line_x)
    with_bn[f"w1 = {first_weight}"] = bn_net(line_x, first_weight, 1.0, np.tanh)
draw_functions({"without batch norm": without_bn, "with batch norm": with_bn}, line_x)
for title, drawn in (("without batch norm", without_bn), ("with batch norm", with_bn)):
    slopes = [f"{name}: {(y[51] - y[49]) / 0.08:.2f}" for name, y in drawn.items()]
    print(f"slope at 0 {title}:", *slopes, sep="   ")

# %% [markdown]
# Count the different curves in each panel, and read the printed slopes.
# What does $w_1$ choose on the left, and what is left of that choice on the right?
# Question 14 asks you to explain it.
