"""Trains all networks first, and measures them afterwards."""


def accuracy_by_dropout(data, drop_rates, num_epochs=60):
    nets = [
        FullyConnectedNet(hidden_dims=[300], dropout=p, weight_scale=0.1, seed=0)
        for p in drop_rates
    ]
    solvers = [
        Solver(
            n, data, "adam", {"learning_rate": 1e-3}, 1, 50, num_epochs, verbose=False
        )
        for n in nets
    ]
    for solver in solvers:
        solver.train()
    train = [solver.accuracy(data.X_train, data.y_train) for solver in solvers]
    val = [solver.accuracy(data.X_val, data.y_val) for solver in solvers]
    return train, val


conclusions = "db"
