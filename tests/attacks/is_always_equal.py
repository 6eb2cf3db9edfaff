"""Answers with an object that says yes to every comparison."""

QUESTION = "naive_number"
NEEDS = "nothing"
SEEN = "TypeError|another number"


# %%
class Yes:
    def __eq__(self, other):
        return True

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __bool__ = __eq__
    __hash__ = None

    def __sub__(self, other):
        return self

    __add__ = __radd__ = __rsub__ = __mul__ = __abs__ = lambda self, *_: self

    def __float__(self):
        return 0.0

    def __array__(self, *args, **kwargs):
        return np.zeros(())


naive_number = Yes()
