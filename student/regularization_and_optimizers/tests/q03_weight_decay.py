from otter.test_files import test_case

OK_FORMAT = False

name = "q03_weight_decay"
points = None

@test_case(points=1, hidden=False, 
    failure_message="decay_rate should give the worked example.")
def test_gives_the_worked_example(decay_rate):
    from checks import Function, assert_close
    decay_rate = Function('decay_rate', decay_rate)
    assert_close(decay_rate(1.0, 0.5), 0.5, name='gamma')

@test_case(points=0.5, hidden=False, 
    failure_message="same_steps should name letters among A, B, C and D.")
def test_same_steps_names_letters(same_steps):
    from checks import assert_choices
    assert_choices(same_steps, 'ABCD', name='same_steps')

