# %% [markdown]
# Does it learn?
# The next cell loads 1,797 images of handwritten digits, 8 by 8 pixels each, and trains your network on 1,197 of them for a few seconds.
# A guess would be right in 10 % of the cases.

# %% tags=["otter_ignore"]
digits = load("digits")
first_net = FullyConnectedNet(
    [100, 50], dropout=0.2, normalization="batchnorm", weight_scale=0.1, seed=0
)
first_solver = Solver(first_net, digits, update_rule="adam", num_epochs=8)
first_solver.train()
print(f"test accuracy {first_solver.accuracy(digits.X_test, digits.y_test):.1%}")

# %% [markdown]
# A remark on your gradients.
#
# The gradient of a bias before batch normalization is 0: the layer subtracts the mean, and the bias with it.
# If you check gradients numerically, compare such entries by their absolute difference.
# A *relative* error divides rounding by rounding there, and looks alarming for correct code.
