from otter.test_files import test_case

OK_FORMAT = False

name = "q04_batchnorm_and_dropout"
points = None

@test_case(points=1, hidden=False, 
    failure_message="bn_dropout_p should be between 0 and 1, and bn_dropout_settings in the budget.")
def test_bn_dropout_settings_keep_the_budget(bn_dropout_p, bn_dropout_settings):
    from checks.handed_in import assert_probability, assert_settings
    assert_probability(bn_dropout_p, name='bn_dropout_p')
    assert_settings(bn_dropout_settings, name='bn_dropout_settings')

@test_case(points=2, hidden=False, 
    failure_message="The weights saved as bn_dropout should fit NeuralNetwork with both options.")
def test_bn_dropout_weights_fit_the_network(env, NeuralNetwork, bn_dropout_p, bn_dropout_settings):
    from checks import Function, Notebook
    from checks.handed_in import assert_probability, handed_in
    env = Notebook('env', env)
    NeuralNetwork = Function('NeuralNetwork', NeuralNetwork)
    p_dropout = assert_probability(bn_dropout_p, name='bn_dropout_p')
    options = {'do_batchnorm': True, 'p_dropout': p_dropout}
    handed_in(env, 'bn_dropout', NeuralNetwork, bn_dropout_settings, **options)

