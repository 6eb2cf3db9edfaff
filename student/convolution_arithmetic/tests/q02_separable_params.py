from otter.test_files import test_case

OK_FORMAT = False

name = "q02_separable_params"
points = None

@test_case(points=1, hidden=False, 
    failure_message="separable_params should count 13 parameters in the worked example.")
def test_counts_a_worked_example(env, separable_params):
    from checks import Function, Notebook
    from checks.arithmetic import assert_counts, stand_ins
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    separable_params = Function('separable_params', separable_params)

    def check() -> None:
        assert_counts(separable_params(1, 4, (3, 3)), 13, name='separable_params')
    in_either_world(env, stand_ins(env, 'conv_params'), check)

