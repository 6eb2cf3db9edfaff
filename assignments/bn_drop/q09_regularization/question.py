# rows: K12
# %% [markdown]
# ## Question 9 · Dropout against wrong labels
#
# Real labels contain mistakes.
# What does a large network make of them?
#
# You train a wide network on 300 digits of which 30 % carry a wrong label, with several drop rates.
# The validation images keep their right labels.

# %% [markdown]
# The settings of every run:
#
# | of the network | | of the solver | |
# |---|---|---|---|
# | hidden layers | one of 300 units | `update_rule` | `"adam"` |
# | `dropout` | one of `drop_rates` | learning rate | 0.001 |
# | `weight_scale` | 0.1 | `batch_size` | 50 |
# | `seed` | 0 | `num_epochs` | as given |
# | | | `verbose` | `False` |
#
# A drop rate is a probability to *drop* a unit; 0 means no dropout.
# Return the accuracies after the last epoch: `train_acc_history` and `val_acc_history` of the solver hold one number an epoch.
# Both are measured in test mode, without dropout.

# %% [markdown]
# **For example**, `accuracy_by_dropout(data, [0, 0.5], num_epochs=1)` trains two networks and returns two lists of two numbers, such as `([0.41, 0.35], [0.38, 0.36])`.

# %% [markdown]
# Run the cell below the check, and set `conclusions` to *all* the letters that the plot supports, such as `"XY"`.
#
# - **A.** Dropout lowers the training accuracy, so the network gets worse.
# - **B.** Without dropout the network learned some of the wrong labels.
# - **C.** The more dropout the better, also for rates close to 1.
# - **D.** Training and validation accuracy are best at different rates.
# - **E.** Dropout should stay on when images are classified later, as in training.

# %% tags=["solution"]
def accuracy_by_dropout(data, drop_rates, num_epochs=60):
    """Train one wide network for each drop rate.

    drop_rates: probabilities to drop a unit, each at least 0 and below 1.

    Returns two lists with one number a rate: the training and the validation
    accuracies after the last epoch.
    """
    train_accuracies, val_accuracies = [], []
    for p_drop in drop_rates:
        # Build and train a network, append both accuracies: about five statements.
        # BEGIN SOLUTION
        # Training accuracy above 0.7 is wrong labels learned by heart (B), so it judges
        # no rate (D, not A). 0.95 is worse than 0.75 (not C); tests drop none (not E).
        net = FullyConnectedNet([300], dropout=p_drop, weight_scale=0.1, seed=0)
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
        solver.train()
        train_accuracies.append(solver.train_acc_history[-1])
        val_accuracies.append(solver.val_acc_history[-1])
        # END SOLUTION
    return train_accuracies, val_accuracies


# All the letters that the plot supports.
# All or nothing: every right letter, and no other.
conclusions = "BD"  # SOLUTION
