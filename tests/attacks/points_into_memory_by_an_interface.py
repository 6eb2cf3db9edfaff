"""Returns objects whose arrays lie wherever they say, by NumPy's and torch's protocols."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "Error|another"


# %%
class Pointer:
    shape, dtype = (2, 3), np.dtype(float)

    def __init__(self, x):
        self.__array_interface__ = {
            "shape": x.shape,
            "typestr": "<f8",
            "data": (id(x), False),
            "version": 3,
        }

    def __dlpack__(self, *args, **kwargs):
        return np.ones(3).__dlpack__()

    def __dlpack_device__(self):
        return (1, 0)

    def __buffer__(self, flags):
        return memoryview(bytes(48))

    def __array_function__(self, *args):
        return True

    __array_ufunc__ = __array_function__


def naive_function(x, weigh):
    return Pointer(x)
