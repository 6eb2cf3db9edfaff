from otter.test_files import test_case

OK_FORMAT = False

name = "q08_initialization"
points = None

@test_case(points=1, hidden=False, 
    failure_message="accuracy_by_scale should build one network a scale, with the stated settings.")
def test_builds_one_network_a_scale(accuracy_by_scale, env):
    from copy import deepcopy
    from checks import Function, Notebook, assert_array, random_cases
    from checks.experiments import LinearNet, assert_settings, clouds, remembering
    accuracy_by_scale = Function('accuracy_by_scale', accuracy_by_scale)
    env = Notebook('env', env)
    rng, scales = (random_cases('public', seed=1), [0.5, 0.01, 0.1])
    data = clouds(rng, training=50, validation=20)
    for normalization in (None, 'batchnorm'):
        network, lives = remembering(env, LinearNet)
        with env.standing_on(FullyConnectedNet=network):
            accuracies = accuracy_by_scale(*deepcopy((data, normalization, scales)), num_epochs=1)
        settings = {'hidden_dims': [50] * 5, 'normalization': normalization, 'seed': 0}
        assert_settings(lives, [{**settings, 'weight_scale': s} for s in scales])
        found = assert_array(accuracies, (3,), name='the list of accuracies', hint='one number a scale.')
        assert ((found >= 0) & (found <= 1)).all(), 'An accuracy lies between 0 and 1.'

@test_case(points=0.5, hidden=False, 
    failure_message="why_flat should be one of the letters A to D.")
def test_why_flat_is_a_letter(why_flat):
    from checks import assert_choices
    assert_choices(why_flat, 'ABCD', name='why_flat', exactly=1)

