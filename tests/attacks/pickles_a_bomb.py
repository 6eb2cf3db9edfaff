"""Returns objects that run a command where they are unpickled or copied."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "has no attribute 'shape'|AttributeError"


# %%
class Bomb:
    def __reduce_ex__(self, protocol):
        import os

        return os.system, ("touch /tmp/left-by-an-attack-pickle; sleep 98765",)

    def __deepcopy__(self, memo):
        raise SystemExit

    __copy__ = __getstate__ = __setstate__ = __deepcopy__


def naive_function(x, weigh):
    return [Bomb(), {"x": Bomb()}, np.array([Bomb()])]
