from otter.test_files import test_case

OK_FORMAT = False

name = "q02_delayed_response"
points = None

@test_case(points=2, hidden=False, 
    failure_message="delayed_response should start five steps later for N = 5.")
def test_starts_five_steps_later(delayed_response, env):
    from functools import partial
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.filters import stand_ins
    from checks.hints import recognise
    from checks.worlds import in_either_world
    delayed_response = Function('delayed_response', delayed_response)
    env = Notebook('env', env)
    still = [1, 1.5, 0.75, 0.375, 0.1875, 0.09375, 0.046875, 0.0234375]
    early = [0.09375 / 2 ** k for k in range(8)]
    rolled = [*still[3:], *still[:3]]
    mistakes = [('the input was delayed, so why should the output stay?', still), ('a delay moves a signal to later indices.', early), ('what leaves at one end must not come back in at the other.', rolled), ('only the input is delayed; the filter stays as it is.', [0.0] * 8)]
    hint = partial(recognise, mistakes=mistakes)

    def check() -> None:
        y2 = delayed_response(np.arange(8), 2, 0.5, 5)
        assert_close(y2, [0, 0, 0, 0, 0, 1, 1.5, 0.75], name='y2', hint=hint)
    in_either_world(env, stand_ins(env), check)

@test_case(points=0.5, hidden=False, 
    failure_message="delay_property should be one letter from A to E.")
def test_names_one_property(delay_property):
    from checks import assert_choices
    assert_choices(delay_property, 'ABCDE', name='delay_property', exactly=1)

@test_case(points=0.5, hidden=False, 
    failure_message="systems_with_it should be letters from A to F.")
def test_names_some_systems(systems_with_it):
    from checks import assert_choices
    assert_choices(systems_with_it, 'ABCDEF', name='systems_with_it')

