from otter.test_files import test_case

OK_FORMAT = False

name = "q11_representation"
points = None

@test_case(points=1, hidden=False, 
    failure_message="bn_net should give the worked example.")
def test_gives_the_worked_example(bn_net):
    import numpy as np
    from checks import Function, assert_close
    bn_net = Function('bn_net', bn_net)
    out = bn_net(np.array([1.0, 2.0, 3.0]), 5.0, 2.0, lambda z: z)
    assert_close(out, [-2.0, 0.0, 2.0], name='bn_net(x, 5, 2, phi)')

@test_case(points=0.5, hidden=False, 
    failure_message="representation_facts should name some of the statements A to F.")
def test_names_statements(representation_facts):
    from checks import assert_choices
    assert_choices(representation_facts, 'ABCDEF', name='representation_facts')

