# rows: K7
# %% [markdown]
# ## Question 7 · A deep network, with and without batch normalization
#
# Does batch normalization help?
# An experiment can tell, if the two runs differ in one thing only.
# You train the same network twice: five hidden layers, the same initial weights, the same batches.
#
# `Solver(model, data, ...)` is given: it shuffles the training set in every epoch, takes one step a batch, and keeps the loss of every step in `loss_history`.
# You create it, call its method `train()`, and read the history.

# %% [markdown]
# **For example**, this trains a network without batch normalization for two epochs with plain gradient descent:
#
# ```python
# net = FullyConnectedNet([20], weight_scale=0.1, seed=7)
# solver = Solver(net, data, update_rule="sgd", optim_config={"learning_rate": 0.5},
#                 batch_size=100, num_epochs=2, seed=7, verbose=False)
# solver.train()
# solver.loss_history
# ```
#
# With 1,197 training images and `batch_size=100`, an epoch has 11 steps, so the history has 22 entries.
# (The 97 images that are left over wait for the next shuffle.)

# %% [markdown]
# Write `deep_net_losses` with these settings:
#
# | of the network | | of the solver | |
# |---|---|---|---|
# | hidden layers | five of 100 units | `update_rule` | `"adam"` |
# | `normalization` | as given | learning rate | 0.001 |
# | `weight_scale` | 0.02 | `batch_size` | 50 |
# | `seed` | as given | `num_epochs` | 8 |
# | | | `seed` | as given |
# | | | `verbose` | `False` |

# %% [markdown]
# Then run the cell below the check, look at its plot, and set `why_faster` to one letter.
# What explains the difference between the curves?
#
# - **A.** Batch normalization adds two parameters for every unit, and a network with more parameters fits more.
# - **B.** Without it the signal shrinks from layer to layer; batch normalization restores its scale.
# - **C.** Five plain layers cannot represent a function that tells digits apart.
# - **D.** Batch normalization makes Adam's learning rate larger.

# %% tags=["solution"]
def deep_net_losses(data, normalization, seed):
    """Train a deep network on data, and return its loss_history.

    normalization: None or "batchnorm".
    seed: an integer, for the network and for the solver.
    """
    # Build the network, train it, return the history: about four statements.
    # BEGIN SOLUTION
    net = FullyConnectedNet(
        [100] * 5, normalization=normalization, weight_scale=0.02, seed=seed
    )
    settings = {"batch_size": 50, "num_epochs": 8, "seed": seed, "verbose": False}
    solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
    solver.train()
    return solver.loss_history
    # END SOLUTION


why_faster = "B"  # SOLUTION
