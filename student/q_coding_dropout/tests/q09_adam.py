from otter.test_files import test_case

OK_FORMAT = False

name = "q09_adam"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="adam_solution should predict the worked example.")
def test_predicts_the_worked_example(adam_solution):
    import numpy as np
    from checks import Function, assert_close
    adam_solution = Function('adam_solution', adam_solution)
    assert_close(adam_solution(np.array([3.0, -1.0]), 8.0), [2.0, -2.0], name='w')

@test_case(points=0.5, hidden=False, 
    failure_message="final_weights should train linear_net once, with the given optimizer and rows.")
def test_asks_for_the_optimizer(final_weights, env):
    import torch
    from checks import Function, Notebook, assert_close
    from checks.dropout_experiments import assert_training, final_weight, stand_ins
    final_weights = Function('final_weights', final_weights)
    env = Notebook('env', env)
    X, Y = (torch.tensor([[1.0, 2.0, 3.0]] * 2), torch.tensor([[1.0], [4.0]]))
    given, asked = stand_ins(env)
    adam = torch.optim.Adam
    with env.standing_on(**given):
        w = final_weights(X, Y, adam, 30, learning_rate=0.02)
    assert_close(asked.sizes, [3], name='the list of input counts')
    assert_training(asked, X, Y, kind=adam, learning_rate=0.02, steps=30)
    assert_close(w, final_weight(3), name='w after training', rtol=1e-05)

@test_case(points=0.5, hidden=False, 
    failure_message="adam_claims should be letters from A to E.")
def test_adam_claims_are_letters(adam_claims):
    from checks import assert_choices
    assert_choices(adam_claims, 'ABCDE', name='adam_claims')

