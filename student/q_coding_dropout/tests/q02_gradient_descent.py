from otter.test_files import test_case

OK_FORMAT = False

name = "q02_gradient_descent"
points = None

@test_case(points=1, hidden=False, 
    failure_message="linear_net should give 0 for every input, in shape (N, 1).")
def test_starts_at_zero(linear_net):
    import torch
    from checks import Function, assert_close, explained
    linear_net = Function('linear_net', linear_net)
    net = linear_net(2)
    assert isinstance(net, torch.nn.Module), 'linear_net should return an nn.Module.'
    with explained('the network'):
        out = net(torch.tensor([[10.0, 1.0], [-3.0, 2.0]]))
    hint = 'PyTorch starts with random weights: set all of them to zero.'
    assert_close(out, [[0.0], [0.0]], name='the output for two rows', hint=hint)

@test_case(points=2, hidden=False, 
    failure_message="The function train should take the step of the worked example.")
def test_takes_one_step(train):
    from functools import partial
    import torch
    from checks import Function, assert_close
    from checks.dropout_experiments import Line
    from checks.hints import recognise
    train = Function('train', train)
    net, x, y = (Line(2), torch.tensor([[10.0, 1.0]]), torch.tensor([[11.0]]))
    losses = train(net, x, y, torch.optim.SGD(net.parameters(), lr=0.001), 1)
    slips = [('the mean squared error is not halved.', [60.5]), ('each loss is wanted as it is before the step.', [(0.22 * 10 + 0.022 - 11) ** 2])]
    hint = partial(recognise, mistakes=slips, rtol=1e-05)
    assert_close(losses, [121.0], name='the list of losses', rtol=1e-05, hint=hint)
    still = 'is there a gradient when the optimizer takes its step?'
    hint = partial(recognise, mistakes=[(still, [[0.0, 0.0]])])
    assert_close(net.weight, [[0.22, 0.022]], name='the weight', rtol=1e-05, hint=hint)

