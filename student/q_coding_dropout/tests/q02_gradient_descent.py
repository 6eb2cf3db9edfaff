from otter.test_files import test_case

OK_FORMAT = False

name = "q02_gradient_descent"
points = None

@test_case(points=1, hidden=False, 
    failure_message="linear_net should give 0 for every input, in shape (N, 1).")
def test_starts_at_zero(linear_net):
    import torch
    from checks import Function, assert_close
    linear_net = Function('linear_net', linear_net)
    net = linear_net(2)
    assert isinstance(net, torch.nn.Module), 'linear_net should return an nn.Module.'
    out = net(torch.tensor([[10.0, 1.0], [-3.0, 2.0]]))
    assert_close(out, [[0.0], [0.0]], name='the output for two rows')

@test_case(points=2, hidden=False, 
    failure_message="The function train should take the step of the worked example.")
def test_takes_one_step(train):
    import torch
    from checks import Function, assert_close
    from checks.dropout_experiments import Line
    train = Function('train', train)
    net, x, y = (Line(2), torch.tensor([[10.0, 1.0]]), torch.tensor([[11.0]]))
    losses = train(net, x, y, torch.optim.SGD(net.parameters(), lr=0.001), 1)
    assert_close(losses, [121.0], name='the list of losses', rtol=1e-05)
    assert_close(net.weight, [[0.22, 0.022]], name='the weights', rtol=1e-05)

