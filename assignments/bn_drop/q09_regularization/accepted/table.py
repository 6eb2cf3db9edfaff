"""Collects a table of both accuracies, and returns its columns."""


def accuracy_by_dropout(data, drop_rates, num_epochs=60):
    table = np.empty((len(drop_rates), 2))
    for row, rate in zip(table, drop_rates):
        net = FullyConnectedNet([300], dropout=rate, weight_scale=1e-1, seed=0)
        solver = Solver(
            net,
            data,
            update_rule="adam",
            optim_config={"learning_rate": 1e-3},
            batch_size=50,
            num_epochs=num_epochs,
            verbose=False,
        )
        solver.train()
        row[:] = solver.train_acc_history[-1], solver.val_acc_history[-1]
    return table[:, 0], table[:, 1]


conclusions = {"D", "B"}
