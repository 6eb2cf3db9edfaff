from otter.test_files import test_case

OK_FORMAT = False

name = "q08_shifted_lines"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="known_features should find the worked example, shifted down by one row.")
def test_knows_a_worked_example(known_features):
    import numpy as np
    from checks import Function, assert_close
    known_features = Function('known_features', known_features)
    image, known = (np.array([[0.0, 0.0], [7.0, 0.0]]), np.array([[7.0, 0.0], [0.0, 0.0]]))
    features = known_features(image, [(known, np.array([5.0, 2.0]))])
    if features is None:
        raise AssertionError('known_features gives None for the worked example.')
    assert_close(features, [5.0, 2.0], name='known_features')

@test_case(points=0.5, hidden=False, 
    failure_message="breaks_the_rule should be a string of letters from A to G.")
def test_changes_are_letters(breaks_the_rule):
    from checks import assert_choices
    assert_choices(breaks_the_rule, 'ABCDEFG', name='breaks_the_rule')

