# %% tags=["otter_ignore"]
example_xs = forward_pass(np.array([2.0]), example_weights)
for layer, layer_values in enumerate(example_xs):
    print(f"x({layer}) =", layer_values.round(6))
print("e =", np.sum((example_xs[-1] - 1.0) ** 2).round(6))

# %% [markdown]
# The target is $y = 1$, so the error $e = \|x^{(3)} - y\|^2$ is large: the output even has the wrong sign.
# Which weights should change, and by how much?
