"""Every argument by its name; the answer in lower case."""


def deep_net_losses(data, normalization, seed):
    model = FullyConnectedNet(
        hidden_dims=(100, 100, 100, 100, 100),
        input_dim=64,
        num_classes=10,
        normalization=normalization,
        weight_scale=2e-2,
        seed=seed,
    )
    solver = Solver(
        model=model,
        data=data,
        update_rule="adam",
        optim_config={"learning_rate": 1e-3},
        batch_size=50,
        num_epochs=8,
        seed=seed,
        verbose=False,
    )
    solver.train()
    return np.array(solver.loss_history)


why_faster = "b"
