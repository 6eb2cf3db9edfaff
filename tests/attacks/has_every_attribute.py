"""Returns an object that has every attribute that is ever asked for."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "another|TypeError|AttributeError"
ENDLESS = True


# %%
class Everything:
    def __getattr__(self, name):
        return self

    def __getattribute__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __iter__(self):
        while True:
            yield self

    def __len__(self):
        return 2**60

    def __getitem__(self, key):
        return self


def naive_function(x, weigh):
    return Everything()
