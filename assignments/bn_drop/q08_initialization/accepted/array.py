"""A helper for one run, and an array instead of a list."""


def final_accuracy(data, scale, normalization, num_epochs):
    net = FullyConnectedNet(
        [50, 50, 50, 50, 50], normalization=normalization, weight_scale=scale, seed=0
    )
    solver = Solver(
        net,
        data,
        update_rule="adam",
        optim_config={"learning_rate": 1e-2},
        batch_size=50,
        num_epochs=num_epochs,
        verbose=False,
    )
    solver.train()
    return solver.val_acc_history[-1]


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    return np.array(
        [final_accuracy(data, s, normalization, num_epochs) for s in scales]
    )


why_flat = "c"
