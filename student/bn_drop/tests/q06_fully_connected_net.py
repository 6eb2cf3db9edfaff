from otter.test_files import test_case

OK_FORMAT = False

name = "q06_fully_connected_net"
points = None

@test_case(points=1, hidden=False, 
    failure_message="FullyConnectedNet should have the named parameters in the stated shapes.")
def test_names_every_parameter(FullyConnectedNet):
    from checks import Function
    from checks.networks import initial_params
    FullyConnectedNet = Function('FullyConnectedNet', FullyConnectedNet)
    for normalization in (None, 'batchnorm'):
        net = FullyConnectedNet([3, 2], input_dim=5, num_classes=4, normalization=normalization)
        initial_params(net, (5, 3, 2, 4), normalized=normalization is not None)

@test_case(points=1, hidden=False, 
    failure_message="FullyConnectedNet should start near the loss ln(10) = 2.3026 of a blind guess.")
def test_starts_with_the_loss_of_a_guess(FullyConnectedNet, env):
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.networks import initial_params, loss_and_grads
    from checks.plain_network import WITHOUT_DROPOUT
    FullyConnectedNet = Function('FullyConnectedNet', FullyConnectedNet)
    env = Notebook('env', env)
    X = np.linspace(-1, 1, 8 * 6).reshape(8, 6)
    net = FullyConnectedNet([7, 5], input_dim=6, weight_scale=0.001)
    initial_params(net, (6, 7, 5, 10), normalized=False)
    with env.standing_on(**WITHOUT_DROPOUT):
        loss, _ = loss_and_grads(net, X, np.arange(8))
    hint = 'small weights give scores near 0: are yours drawn with weight_scale?'
    assert_close(loss, np.log(10), name='loss', rtol=0.001, hint=hint)

@test_case(points=2, hidden=False, 
    failure_message="FullyConnectedNet should give loss and gradients of affine layers and ReLU.")
def test_differentiates_the_plain_network(FullyConnectedNet, env):
    from checks import Function, Notebook, assert_close
    from checks.networks import assert_gradients, loss_and_grads
    from checks.plain_network import WITHOUT_DROPOUT, plain_examples
    FullyConnectedNet = Function('FullyConnectedNet', FullyConnectedNet)
    env = Notebook('env', env)
    for example in plain_examples():
        case = example.case
        with env.standing_on(**WITHOUT_DROPOUT):
            loss, grads = loss_and_grads(case.build(FullyConnectedNet), case.X, case.y)
        assert_close(loss, example.loss, name='loss', hint=example.loss_hint)
        assert_gradients(grads, example.grads, first=example.gradient_hint)

