from otter.test_files import test_case

OK_FORMAT = False

name = "q04_dropout_module"
points = None

@test_case(points=2, hidden=False, 
    failure_message="Dropout should drop or double each entry when p_drop is 0.5.")
def test_doubles_or_drops(Dropout, env):
    import numpy as np
    import torch
    from checks import Function, Notebook, random_cases
    from checks.dropout import assert_share, assert_survivors
    from checks.dropout_experiments import built, output, seeded
    Dropout = Function('Dropout', Dropout)
    env = Notebook('env', env)
    x = np.arange(1.0, 201.0).reshape(20, 10)
    with seeded(random_cases('public', seed=1)):
        out = output(env, built(Dropout, 0.5), torch.tensor(x)).numpy()
    assert_survivors(out, x, 0.5)
    assert_share(out == 0, 0.5, x)

@test_case(points=1, hidden=False, 
    failure_message="Dropout should leave the numbers 2, 4, 6, ... as they are in evaluation.")
def test_evaluation_of_a_worked_example(Dropout, env):
    from functools import partial
    import numpy as np
    import torch
    from checks import Function, Notebook, assert_close, random_cases
    from checks.dropout import testing_hint
    from checks.dropout_experiments import built, output, seeded
    Dropout = Function('Dropout', Dropout)
    env = Notebook('env', env)
    module, x = (built(Dropout, 0.5, training=False), np.arange(2.0, 102.0, 2.0))
    with seeded(random_cases('public', seed=1)):
        out = output(env, module, torch.tensor(x))
    hint = partial(testing_hint, x, 0.5)
    assert_close(out, x, name='out in evaluation', hint=hint)

