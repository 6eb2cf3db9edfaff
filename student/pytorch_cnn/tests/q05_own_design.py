from otter.test_files import test_case

OK_FORMAT = False

name = "q05_own_design"
points = None

@test_case(points=1, hidden=False, 
    failure_message="own_settings should be Settings within the budget.")
def test_own_settings_keep_the_budget(own_settings):
    from checks.handed_in import assert_settings
    assert_settings(own_settings, name='own_settings')

@test_case(points=1, hidden=False, 
    failure_message="The weights saved as own should fit OwnNetwork, which should give logits.")
def test_own_weights_fit_the_network(OwnNetwork, own_settings):
    from checks import Function
    from checks.handed_in import handed_in, logits, patterns
    OwnNetwork = Function('OwnNetwork', OwnNetwork)
    found = handed_in('own', OwnNetwork, own_settings)
    logits(found, patterns(found.data))

