"""Returns an object whose `__array__` gives something else at every look."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "AttributeError|another|signs|near"


# %%
class Moody:
    looks = 0
    shape = (3, 4)

    def __array__(self, *args, **kwargs):
        Moody.looks += 1
        return np.full((3, 4), float(Moody.looks))

    def __getattr__(self, name):
        return self

    def __call__(self, *args):
        return True

    def __len__(self):
        return 3

    def __getitem__(self, key):
        return self

    def __iter__(self):
        return iter([self, self, self])


def naive_function(x, weigh):
    return Moody()
