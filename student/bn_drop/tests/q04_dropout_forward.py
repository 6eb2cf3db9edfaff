from otter.test_files import test_case

OK_FORMAT = False

name = "q04_dropout_forward"
points = None

@test_case(points=1, hidden=False, 
    failure_message="dropout_forward should drop or double each entry when p is 0.5.")
def test_doubles_or_drops_when_p_is_one_half(dropout_forward):
    import numpy as np
    from checks import Function
    from checks.dropout import assert_share, assert_survivors, run
    dropout_forward = Function('dropout_forward', dropout_forward)
    x = np.arange(1.0, 201.0).reshape(20, 10)
    out = run(dropout_forward, x, {'mode': 'train', 'p': 0.5, 'seed': 1})
    assert_survivors(out, x, 0.5)
    assert_share(out == 0, 0.5, x)

@test_case(points=1, hidden=False, 
    failure_message="dropout_forward should draw the same mask again for the same seed.")
def test_repeats_the_mask_of_a_seed(dropout_forward):
    from functools import partial
    import numpy as np
    from checks import Function, assert_repeatable
    from checks.dropout import run
    dropout_forward = Function('dropout_forward', dropout_forward)
    x, param = (np.ones((20, 10)), {'mode': 'train', 'p': 0.5, 'seed': 7})
    call = partial(run, dropout_forward, x, param)
    hint = 'equal seeds, equal coins: draw them from the generator that is given.'
    assert_repeatable(call, name='dropout_forward with a seed', hint=hint)

