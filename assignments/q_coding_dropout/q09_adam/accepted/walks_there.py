"""Solves for the common size; returns a list of floats."""


def adam_solution(x, y):
    way = np.copysign(np.ones(len(x)), x)
    (size,), *_ = np.linalg.lstsq(
        np.array([[np.dot(x, way)]]), np.array([y]), rcond=None
    )
    return [float(size * sign) for sign in way]


def final_weights(X, Y, optimizer_class, steps, learning_rate=1e-3):
    model = nn.Sequential(linear_net(len(X[0])))
    sizes = {"lr": learning_rate}
    train(model, X, Y, optimizer_class(list(model.parameters()), **sizes), steps=steps)
    with torch.no_grad():
        return torch.cat([p.flatten() for p in model.parameters()]).tolist()


adam_claims = "a c"
