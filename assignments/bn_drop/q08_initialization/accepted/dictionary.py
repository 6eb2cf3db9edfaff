"""A dictionary from scale to accuracy, its values in order."""


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    nets = {
        s: FullyConnectedNet(
            hidden_dims=np.full(5, 50),
            normalization=normalization,
            weight_scale=s,
            seed=0,
        )
        for s in scales
    }
    ends = {}
    for scale, net in nets.items():
        solver = Solver(net, data, "adam", num_epochs=num_epochs, batch_size=50)
        solver.optim_config["learning_rate"] = 0.01
        solver.reset()
        solver.verbose = False
        solver.train()
        *_, ends[scale] = solver.val_acc_history
    return tuple(ends.values())


why_flat = {"c"}
