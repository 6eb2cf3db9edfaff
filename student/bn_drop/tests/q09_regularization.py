from otter.test_files import test_case

OK_FORMAT = False

name = "q09_regularization"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="accuracy_by_dropout should build one network a rate, with the stated settings.")
def test_builds_one_network_a_rate(accuracy_by_dropout, env):
    from copy import deepcopy
    from checks import Function, Notebook, assert_array, assert_outputs, random_cases
    from checks.experiments import LinearNet, assert_settings, clouds, remembering
    from checks.hints import hinted
    accuracy_by_dropout = Function('accuracy_by_dropout', accuracy_by_dropout)
    env = Notebook('env', env)
    rng, rates = (random_cases('public', seed=1), [0.6, 0, 0.3])
    data = clouds(rng, training=50, validation=20)
    network, lives = remembering(env, LinearNet)
    with env.standing_on(FullyConnectedNet=network):
        result = accuracy_by_dropout(*deepcopy((data, rates)), num_epochs=1)
    settings = {'hidden_dims': [300], 'weight_scale': 0.1, 'seed': 0}
    assert_settings(lives, [{**settings, 'dropout': float(rate)} for rate in rates])
    with hinted('two lists, each with one number a rate.'):
        lists = assert_outputs(result, count=2, name='accuracy_by_dropout')
    for values in lists:
        found = assert_array(values, (3,), name='a list of accuracies')
        assert ((found >= 0) & (found <= 1)).all(), 'An accuracy lies between 0 and 1.'

@test_case(points=0.5, hidden=False, 
    failure_message="Conclusions should be letters from A to E.")
def test_conclusions_are_letters(conclusions):
    from checks import assert_choices
    assert_choices(conclusions, 'ABCDE', name='conclusions')

