"""Builds one network, and trains it on with other rates."""

CAUGHT_BY = "test_builds_one_network_a_rate"
HINT = "1 networks were built"


def accuracy_by_dropout(data, drop_rates, num_epochs=60):
    train_accuracies, val_accuracies = [], []
    net = FullyConnectedNet([300], dropout=0.5, weight_scale=0.1, seed=0)
    for p_drop in drop_rates:
        net.dropout_param["p"], net.use_dropout = p_drop, p_drop > 0
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
        solver.train()
        train_accuracies.append(solver.train_acc_history[-1])
        val_accuracies.append(solver.val_acc_history[-1])
    return train_accuracies, val_accuracies


conclusions = "BD"
