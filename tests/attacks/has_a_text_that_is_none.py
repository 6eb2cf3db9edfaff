"""Fails with an error whose text is no text, whose class has an odd name and no base."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "cannot be shown"


# %%
class Odd(BaseException):
    def __str__(self):
        return 7


Odd.__name__ = "\x1b[31m<script>" * 500


class Error(Odd, Exception):
    pass


def dropout_backward(dout, cache):
    raise Error(b"\xff", Odd)
