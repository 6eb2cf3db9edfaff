"""Divides by the sum of the sizes; keywords."""


def adam_solution(x, y):
    size = y / np.sum(np.abs(x))
    return np.where(x > 0, size, -size)


def final_weights(X, Y, optimizer_class, steps, learning_rate=1e-3):
    net = linear_net(inputs=X.shape[1])
    optimizer = optimizer_class(params=net.parameters(), lr=learning_rate)
    train(net=net, x=X, y=Y, optimizer=optimizer, steps=steps)
    return next(net.parameters()).detach().squeeze(0)


adam_claims = {"A", "C"}
