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
def test_starts_with_the_loss_of_a_guess(FullyConnectedNet):
    import numpy as np
    from checks import Function, assert_close
    from checks.networks import loss_and_grads
    FullyConnectedNet = Function('FullyConnectedNet', FullyConnectedNet)
    X = np.linspace(-1, 1, 8 * 6).reshape(8, 6)
    net = FullyConnectedNet([7, 5], input_dim=6, weight_scale=0.001)
    loss, _ = loss_and_grads(net, X, np.arange(8))
    hint = 'small weights give scores near 0: are yours drawn with weight_scale?'
    assert_close(loss, np.log(10), name='loss', rtol=0.001, hint=hint)

@test_case(points=2, hidden=False, 
    failure_message="FullyConnectedNet should give loss and gradients of affine layers and ReLU.")
def test_differentiates_the_plain_network(FullyConnectedNet):
    from checks import Array, Function, assert_close, random_cases
    from checks.functional import forgets_itself, relu
    from checks.hints import recognise
    from checks.networks import NetworkCase, Params, assert_gradients, loss_and_grads, network_case, plain_truth
    FullyConnectedNet = Function('FullyConnectedNet', FullyConnectedNet)
    for dims in ((6, 7, 4), (6, 7, 5, 4)):
        case = network_case(random_cases('plain', seed=1), dims)
        loss, grads = loss_and_grads(case.build(FullyConnectedNet), case.X, case.y)
        truth, gradients = plain_truth(case)

        def squeezed(loss: Array, case: NetworkCase=case) -> str | None:
            wrong, _ = plain_truth(case, last=relu)
            return recognise(loss, [('the output layer is affine only.', wrong)])

        def leaking(case: NetworkCase=case) -> Params:
            return plain_truth(case, hidden=forgets_itself(relu))[1]
        assert_close(loss, truth, name='loss', hint=squeezed)
        hint = 'the gradient of a ReLU is 0 where it gave 0.'
        assert_gradients(grads, gradients, [(hint, leaking)])

