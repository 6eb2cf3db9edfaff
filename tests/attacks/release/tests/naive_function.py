from otter.test_files import test_case

OK_FORMAT = False

name = "naive_function"
points = None


@test_case(points=1, hidden=False, failure_message="naive_function should keep shapes.")
def test_keeps_the_shape(naive_function):
    import numpy as np

    out = naive_function(np.ones((2, 3)), lambda x: x)
    assert out.shape == (2, 3), "It has another shape."
    assert abs(out[0, 0] - 1.7615941559557649) < 1e-9, "It is another number."


@test_case(points=3, hidden=True, failure_message="naive_function should be right.")
def test_is_equal(naive_function):
    import numpy as np
    from references.naive import Weigher, right_function

    for seed in range(3):
        x = np.random.default_rng(seed).normal(size=(3, 4))
        truth = right_function(x, Weigher(seed).weigh)
        out = naive_function(x.copy(), Weigher(seed).weigh)
        assert (out == truth).all(), "It is another array."


@test_case(points=3, hidden=True, failure_message="naive_function should be near.")
def test_is_near(naive_function):
    import numpy as np
    import torch
    from references.naive import right_function

    x = np.linspace(-1, 1, 12).reshape(3, 4)
    weigh = lambda x: x * float(len("PLANTED") > 0) / 3  # noqa: E731
    truth = right_function(x, weigh)
    out = naive_function(x.copy(), weigh)
    assert np.allclose(out, truth), "It is not near."
    torch.testing.assert_close(torch.as_tensor(out), torch.as_tensor(truth))


@test_case(points=2, hidden=True, failure_message="naive_function should choose.")
def test_tells_where(naive_function):
    import numpy as np
    from references.naive import Weigher, right_function

    weigher = Weigher(7)
    x = np.random.default_rng(8).normal(size=(4, 5))
    out = naive_function(x.copy(), weigher)
    positive = right_function(x, weigher) > 0
    assert np.array_equal(np.asarray(out) > 0, positive), "It has other signs."
