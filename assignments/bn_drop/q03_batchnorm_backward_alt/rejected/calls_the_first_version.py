"""Has no formula of its own."""

CAUGHT_BY = "test_gives_a_worked_example"
HINT = "should hold its own formula"


def batchnorm_backward_alt(dout, cache):
    return batchnorm_backward(dout, cache)
