from otter.test_files import test_case

OK_FORMAT = False

name = "q07_deep_network"
points = None

@test_case(points=1, hidden=False, 
    failure_message="deep_net_losses should build the stated network, and return one loss a step.")
def test_builds_the_stated_network(deep_net_losses, env):
    from copy import deepcopy
    from checks import Function, Notebook, assert_array, random_cases
    from checks.experiments import LinearNet, assert_settings, clouds, remembering
    deep_net_losses = Function('deep_net_losses', deep_net_losses)
    env = Notebook('env', env)
    rng = random_cases('public', seed=1)
    for normalization, count, batches in ((None, 2, '2 batches'), ('batchnorm', 1, '1 batch')):
        data = clouds(rng, training=50 * count)
        network, lives = remembering(env, LinearNet)
        with env.standing_on(FullyConnectedNet=network):
            losses = deep_net_losses(deepcopy(data), normalization, 5)
        settings = {'hidden_dims': [100] * 5, 'normalization': normalization}
        assert_settings(lives, [{**settings, 'weight_scale': 0.02, 'seed': 5}])
        counting = f'{50 * count} rows make {batches}, and there are 8 epochs.'
        assert_array(losses, (8 * count,), name='the history', hint=counting)

@test_case(points=0.5, hidden=False, 
    failure_message="why_faster should be one of the letters A to D.")
def test_why_faster_is_a_letter(why_faster):
    from checks import assert_choices
    assert_choices(why_faster, 'ABCD', name='why_faster', exactly=1)

