"""Ignores the optimizer that it is given."""

CAUGHT_BY = "test_goes_where_the_optimizer_leads"
HINT = "does the given class make the steps"

from solution import adam_solution, adam_claims


def final_weights(X, Y, optimizer_class, steps, learning_rate=1e-3):
    net = linear_net(X.shape[1])
    optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate)
    train(net, X, Y, optimizer, steps)
    return net.weight.detach().numpy()[0]
