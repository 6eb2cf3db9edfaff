"""Gives the earlier function a second name."""

CAUGHT_BY = "test_gives_a_worked_example"
HINT = "should hold its own formula"


batchnorm_backward_alt = batchnorm_backward
