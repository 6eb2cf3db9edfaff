"""Asks for the same check again from inside a test, as deep as it goes."""

QUESTION = "q05_dropout_backward"
HONEST = 1
NEEDS = "nothing"
SEEN = "raised|stopped|returned|should|dx"


# %%
def dropout_backward(dout, cache):
    for question in ("q05_dropout_backward", "naive_number", "nonsense", 7, None):
        grader.check(question)
    return 3 * dout + 1
