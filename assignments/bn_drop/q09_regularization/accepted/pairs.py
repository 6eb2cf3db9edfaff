"""Collects pairs, and turns them into two tuples."""


def both_accuracies(data, p_drop, epochs):
    net = FullyConnectedNet((300,), 64, 10, p_drop, weight_scale=0.1, seed=0)
    solver = Solver(net, data, "adam", {"learning_rate": 1e-3}, seed=0, verbose=False)
    solver.batch_size, solver.num_epochs = 50, epochs
    solver.train()
    return solver.train_acc_history.pop(), solver.val_acc_history.pop()


def accuracy_by_dropout(data, drop_rates, num_epochs=60):
    pairs = [both_accuracies(data, float(p), num_epochs) for p in drop_rates]
    return list(zip(*pairs))


conclusions = "b, d"
