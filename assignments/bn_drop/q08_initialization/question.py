# rows: K8
# %% [markdown]
# ## Question 8 · How much does the initial scale matter?
#
# The last network was started with weights of standard deviation 0.02.
# Was that a fair choice?
# You now train a narrower deep network from five starting scales, once without and once with batch normalization, and record how well each run ends.
#
# For every scale, build a new network, train it, and take the validation accuracy after the *last* epoch.
# `Solver` keeps one such number an epoch in `val_acc_history`.

# %% [markdown]
# The settings of every run:
#
# | of the network | | of the solver | |
# |---|---|---|---|
# | hidden layers | five of 50 units | `update_rule` | `"adam"` |
# | `normalization` | as given | learning rate | 0.01 |
# | `weight_scale` | one of `scales` | `batch_size` | 50 |
# | `seed` | 0 | `num_epochs` | as given |
# | | | `verbose` | `False` |
#
# **For example**, `accuracy_by_scale(data, None, [0.1, 1.0], num_epochs=1)` trains two networks for one epoch each and returns two accuracies, such as `[0.31, 0.12]`.

# %% [markdown]
# Run the cell below the check, look at its plot, and come back to set `why_flat` to one letter.
# Why is the curve with batch normalization so much flatter?
#
# - **A.** Batch normalization looks at the scale of the weights at the start, and draws them again whenever the signal would die out or grow.
# - **B.** The network learns a $\gamma$ in each layer that is the inverse of the initial scale.
# - **C.** A constant that multiplies a hidden layer's weights multiplies the standard deviation of its output too, and is divided out.
# - **D.** With batch normalization the weights have no influence on the output any more; $\gamma$ and $\beta$ do all the work.

# %% tags=["solution"]
def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    """Train one deep network for each weight scale.

    normalization: None or "batchnorm".
    scales: the weight scales, a sequence of positive numbers.

    Returns a list of the validation accuracies after the last epoch, one a scale.
    """
    accuracies = []
    for scale in scales:
        # Build and train a network, and append its accuracy: about five statements.
        # BEGIN SOLUTION
        net = FullyConnectedNet(
            [50] * 5, normalization=normalization, weight_scale=scale, seed=0
        )
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.01}, **settings)
        solver.train()
        accuracies.append(solver.val_acc_history[-1])
        # END SOLUTION
    return accuracies


why_flat = "C"  # SOLUTION
