from otter.test_files import test_case

OK_FORMAT = False

name = "q10_identity"
points = None

@test_case(points=1, hidden=False, 
    failure_message="identity_params should give the parameters of the worked example.")
def test_gives_the_worked_example(identity_params):
    import numpy as np
    from checks import Function, as_numbers, assert_close, assert_outputs
    identity_params = Function('identity_params', identity_params)
    result = identity_params(np.array([[1.0], [3.0]]), 3.0)
    gamma, beta = assert_outputs(result, count=2, name='identity_params', stacked=True)
    assert_close(as_numbers(gamma, name='gamma').ravel(), [2.0], name='gamma')
    assert_close(as_numbers(beta, name='beta').ravel(), [2.0], name='beta')

@test_case(points=0.5, hidden=False, 
    failure_message="identity_facts should name some of the statements A to F.")
def test_names_statements(identity_facts):
    from checks import assert_choices
    assert_choices(identity_facts, 'ABCDEF', name='identity_facts')

