from otter.test_files import test_case

OK_FORMAT = False

name = "q09_noise_coefficients"
points = None

@test_case(points=2, hidden=False, 
    failure_message="noise_coefficients should give the two examples.")
def test_gives_the_two_examples(noise_coefficients):
    from checks import Function, assert_close, assert_outputs
    from checks.lists import unstacked
    noise_coefficients = Function('noise_coefficients', noise_coefficients)
    for mu, sigma, truth in ((1.0, 0.0, (1.0, 0.0)), (0.0, 1.0, (0.0, 1.0))):
        result = unstacked(noise_coefficients(mu, sigma), axes=1)
        a, b = assert_outputs(result, count=2, name='noise_coefficients')
        assert_close(a, truth[0], name=f'a for mu={mu:g}, sigma={sigma:g}')
        assert_close(b, truth[1], name=f'b for mu={mu:g}, sigma={sigma:g}')

