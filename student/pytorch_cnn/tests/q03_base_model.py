from otter.test_files import test_case

OK_FORMAT = False

name = "q03_base_model"
points = None

@test_case(points=1, hidden=False, 
    failure_message="base_settings should be Settings within the budget.")
def test_base_settings_keep_the_budget(base_settings):
    from checks.handed_in import assert_settings
    assert_settings(base_settings, name='base_settings')

@test_case(points=2, hidden=False, 
    failure_message="The weights saved as base should fit NeuralNetwork and be finite.")
def test_base_weights_fit_the_network(env, NeuralNetwork, base_settings):
    from checks import Function, Notebook
    from checks.handed_in import handed_in
    env = Notebook('env', env)
    NeuralNetwork = Function('NeuralNetwork', NeuralNetwork)
    handed_in(env, 'base', NeuralNetwork, base_settings)

