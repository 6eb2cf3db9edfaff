"""Chooses B."""

CAUGHT_BY = "test_conclusions"
HINT = "at which rate is each"


def accuracy_by_dropout(data, drop_rates, num_epochs=60):
    train_accuracies, val_accuracies = [], []
    for p_drop in drop_rates:
        net = FullyConnectedNet([300], dropout=p_drop, weight_scale=0.1, seed=0)
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
        solver.train()
        train_accuracies.append(solver.train_acc_history[-1])
        val_accuracies.append(solver.val_acc_history[-1])
    return train_accuracies, val_accuracies


conclusions = "B"
