from otter.test_files import test_case

OK_FORMAT = False

name = "naive_number"
points = None


@test_case(points=2, hidden=True, failure_message="naive_number should be right.")
def test_is_equal(naive_number):
    from references.naive import NUMBER

    assert naive_number == NUMBER, "It is another number."


@test_case(points=2, hidden=True, failure_message="naive_number should be near.")
def test_is_near(naive_number):
    from references.naive import NUMBER

    assert abs(naive_number - NUMBER) < 1e-9, "It is not near."


@test_case(points=2, hidden=True, failure_message="naive_number should suit NumPy.")
def test_is_close_for_numpy(naive_number):
    import numpy as np
    from references.naive import NUMBER

    np.testing.assert_allclose(naive_number, NUMBER)
    assert np.allclose(naive_number, NUMBER)


@test_case(points=2, hidden=True, failure_message="naive_number should suit torch.")
def test_is_close_for_torch(naive_number):
    import torch
    from references.naive import NUMBER

    torch.testing.assert_close(torch.as_tensor(naive_number), torch.as_tensor(NUMBER))
