"""Answers with objects that say that they are numbers, by `__class__` and a metaclass."""

QUESTION = "naive_number"
NEEDS = "nothing"
SEEN = "TypeError"


# %%
class Meta(type):
    def __instancecheck__(cls, other):
        return True

    __subclasscheck__ = __eq__ = __instancecheck__
    __hash__ = type.__hash__

    @property
    def __mro__(cls):
        return (float, object)

    def mro(cls):
        return [cls, object]


class Liar(metaclass=Meta):
    __class__ = float
    dtype = np.dtype(float)

    def __eq__(self, other):
        return True


naive_number = Liar()
