"""No Solver: its loop written out, with the rule called by hand."""

from deeplearning.optim import adam


def deep_net_losses(data, normalization, seed):
    net = FullyConnectedNet(
        5 * [100], normalization=normalization, weight_scale=0.02, seed=seed
    )
    rng, losses, configs = np.random.default_rng(seed), [], {}
    for _ in range(8):
        order = rng.permutation(len(data.X_train))
        for start in range(0, len(order) - 49, 50):
            rows = order[start : start + 50]
            loss, grads = net.loss(data.X_train[rows], data.y_train[rows])
            losses.append(loss)
            for name in net.params:
                config = configs.get(name, {"learning_rate": 0.001})
                net.params[name], configs[name] = adam(
                    net.params[name], grads[name], config
                )
    return losses


why_faster = {"B"}
