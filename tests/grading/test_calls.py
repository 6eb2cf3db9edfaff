"""What tests do with a student's objects works across the pipe, and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from homework.grading.engine import Engine
from homework.grading.sandbox.sandbox import Level
from tests.grading_toys import archive, case, cells, graded, messages, passed

# By name: a student's cell, and the body of a test that must pass.
IDIOMS = {
    "values_keep_their_types": (
        "def f(x): return x",
        """
        from fractions import Fraction
        import numpy as np
        for value in (1, 1.5, True, None, "é", b"x", 2 + 1j, ..., slice(1, 2),
                      range(3), 10**40, (1, [2]), {"a": {1}}, frozenset({1}),
                      Fraction(-7, 3), np.float32(2), np.int64(3), np.bool_(True)):
            found = f(value)
            assert type(found) is type(value) and found == value, value
        """,
    ),
    "an_array_changed_in_place": (
        "def f(x): x *= 2",
        """
        import numpy as np
        x = np.ones((2, 3)).T
        f(x)
        assert (x == 2).all()
        """,
    ),
    "a_dictionary_changed_in_place": (
        """
        def f(d):
            d['inner']['new'] = d.pop('old')
            d['list'].append(d['inner'])
        """,
        """
        d = {"inner": {}, "old": 5, "list": []}
        inner = d["inner"]
        f(d)
        assert inner == {"new": 5}
        assert d["list"][0] is inner and "old" not in d
        """,
    ),
    "an_argument_that_is_returned": (
        "def f(x): return (x, x)",
        """
        import numpy as np
        x = np.ones(2)
        a, b = f(x)
        assert a is x and b is x
        """,
    ),
    "a_function_of_the_test": (
        "def f(g, x): return g(g(x)) + 1",
        "assert f(lambda x: 2 * x, 3) == 13",
    ),
    "an_error_in_a_function_of_the_test": (
        """
        def f(g):
            try:
                g()
            except KeyError as error:
                return str(error)
        """,
        """
        def g():
            raise KeyError("lost")
        assert f(g) == "'lost'"
        """,
    ),
    "a_function_that_is_returned": (
        "def f(a): return lambda x: a * x",
        "assert f(3)(4) == 12",
    ),
    "a_dictionary_that_all_calls_share": (
        """
        import numpy as np
        LAST = {"x": np.zeros(2), "more": [1]}
        def f(x):
            LAST["x"] = x + 0
            return LAST
        def back(cache): return float(cache["x"].sum()) + len(cache["more"])
        def spoil(cache):
            cache["x"] *= 2
            cache["more"].append(cache)
        """,
        """
        import numpy as np
        first = f(np.ones(2))
        assert type(first) is dict and env["back"](first) == 3
        f(np.full(2, 5.0))
        assert env["back"](first) == 11
        assert first["x"].tolist() == [5, 5]
        env["spoil"](first)
        assert first["x"].tolist() == [10, 10] and first["more"][1] is first
        assert env["back"](f(np.ones(2))) == 4
        first["x"] = np.zeros(2)
        assert env["back"](first) == 2
        """,
    ),
    "a_list_that_contains_itself_and_one_that_is_in_many_places": (
        """
        def f(depth):
            found = [1]
            for _ in range(depth): found = [found, found]
            found.append(found)
            return found
        def same(l): return l[-1] is l and l[0] is l[1]
        """,
        """
        found = f(40)
        assert found[-1] is found and found[0] is found[1]
        assert env["same"](found)
        """,
    ),
    "a_list_of_the_students_that_is_changed_here": (
        "KEPT = [1, 2]\ndef f(): return KEPT\ndef total(l): return sum(l)",
        """
        found = f()
        found.append(10)
        assert env["total"](found) == 13
        """,
    ),
    "a_module_with_its_own_modes": (
        """
        import torch
        class f(torch.nn.Module):
            def train(self, mode=True): return super().train(True)
        class Silent(torch.nn.Linear):
            def eval(self): super().eval()
        """,
        """
        model = f()
        assert model.eval() is model and model.training
        silent = env["Silent"](1, 1)
        assert silent.eval() is None and not silent.training
        assert silent.train() is silent and silent.training
        """,
    ),
    "a_module_that_changes_its_dtype": (
        """
        import torch
        class f(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.layer = torch.nn.Linear(2, 1, bias=False)
                self.register_buffer("scale", torch.ones(1))
            def forward(self, x): return self.layer(x) * self.scale
            def total(self): return (self.layer.weight * self.scale).sum()
            def halve(self):
                with torch.no_grad(): self.layer.weight /= 2
        """,
        """
        import torch
        model, x = f().double(), torch.ones(1, 2, dtype=torch.float64)
        with torch.no_grad():
            for value in (1.0, 3.0):
                model.layer.weight.fill_(value)
                assert float(model(x)) == float(model(x)) == 2 * value
            model.halve()
            assert model.layer.weight.tolist() == [[1.5, 1.5]]
            assert float(model(x)) == 3
            assert float(model.float()(x.float())) == 3
            model.layer.weight.fill_(4)
            assert float(model(x.float())) == 8
            model.double().eval().scale.fill_(0.5)
            model.layer.weight.fill_(5)
            total = model.total()
            assert total.dtype == torch.float64 and float(total) == 5
        """,
    ),
    "a_layer_under_two_names": (
        """
        import torch
        class f(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.one = self.two = torch.nn.Linear(1, 1, bias=False)
            def forward(self, x): return self.two(x)
        """,
        """
        import torch
        model = f().double().eval()
        assert model.one is model.two and not model.one.training
        with torch.no_grad():
            model.one.weight.fill_(3)
            assert float(model(torch.ones(1, 1, dtype=torch.float64))) == 3
        """,
    ),
    "parameters_that_both_sides_change": (
        """
        import torch
        class f(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.w = torch.nn.Parameter(torch.ones(2))
            def forward(self, x): return (self.w * x).sum()
        def double(model): model.w.data *= 2
        def differentiate(model): model(torch.ones(2)).backward()
        def gradient(model): return model.w.grad
        def as_float(model): return model.w.sum().item()
        """,
        """
        import torch
        model, x = f(), torch.ones(2)
        assert model(x) == 2
        with torch.no_grad():
            model.w += 1
        assert model(x) == 4 and env["as_float"](model) == 4
        env["double"](model)
        assert model.w.tolist() == [4, 4] and model(x) == 8
        model.w.data[0] = 0.5
        assert model(x) == 4.5
        for step in range(2):
            env["differentiate"](model)
            assert model.w.grad.tolist() == [1, 1]
            model.zero_grad()
            assert env["gradient"](model) is None
        model.double()
        assert model(x.double()).dtype == torch.float64
        model.float()
        assert model(x).dtype == torch.float32
        model.double()
        with torch.no_grad():
            model.w.copy_(torch.tensor([1 / 3, 0], dtype=torch.float64))
        assert model(x.double()).item() == 1 / 3
        model.w.data = torch.ones(4)
        assert model(torch.ones(4)) == 4
        """,
    ),
    "a_method_of_the_tests_object": (
        """
        import copy
        def f(up):
            for _ in range(3): up()
            return copy.deepcopy(up)(), hasattr(up, "seen"), hasattr(up, "__self__")
        """,
        """
        class Counter:
            seen = 0
            def up(self):
                self.seen += 1
                return self.seen
        assert f(Counter().up) == (4, False, False)
        """,
    ),
    "what_is_no_plain_data_does_not_come_of_a_function_of_the_test": (
        """
        def f(*lent):
            said = []
            for each in lent:
                try:
                    each()
                except Exception as error:
                    said.append(str(error))
            return said
        """,
        """
        import numpy as np
        class Counter: pass
        assert f(Counter, lambda: lambda: 1, lambda: np.random.default_rng(1),
                 lambda: [np.array([Counter()])], lambda: 1) == [
            "A test's Counter cannot be sent.",
            "A test's function cannot be sent.",
            "A test's Generator cannot be sent.",
            "A test's ndarray cannot be sent.",
        ]
        """,
    ),
    "the_students_own_function_behind_one_of_the_test": (
        """
        import numpy as np
        def g(x):
            found = [x * 2]
            return found, [np.float64(each) for each in found]
        def h(x, y): return x + y
        def f(x):
            plain, floats = g(x)
            return h(plain[0], np.diag(floats)[0, 0])
        """,
        """
        own, other = env["g"], env["h"]
        env["g"], env["h"] = lambda x: own(x), lambda x, y: other(x, y)
        assert f(3) == 12 and f(4) == 16
        """,
    ),
    "arrays_of_objects_that_are_numbers": (
        """
        import numpy as np
        from fractions import Fraction
        def f(): return np.array([[1, 2.5], [Fraction(1, 4), True]], dtype=object)
        def other(): return np.array([np.ones(2), "x"], dtype=object)
        def back(kept): return kept[1] + str(kept[0].sum())
        """,
        """
        import numpy as np
        found = f()
        assert found.dtype == np.float64 and found.tolist() == [[1, 2.5], [0.25, 1]]
        assert env["back"](env["other"]()) == "x2.0"
        """,
    ),
    "a_named_tuple_and_a_class_as_cache": (
        """
        from collections import namedtuple
        Cache = namedtuple("Cache", "a b")
        class Box: pass
        def f(x):
            box = Box(); box.x = x
            return Cache(x, box)
        def back(c): return c.a + c.b.x
        """,
        """
        found = f(3)
        assert isinstance(found, tuple) and found[0] == 3
        assert env["back"](found) == 6
        """,
    ),
    "attributes_that_are_changed": (
        """
        import numpy as np
        class f:
            def __init__(self): self.params = {"w": np.ones(2)}
            def total(self): return float(self.params["w"].sum())
            def grow(self): self.params["w"] = self.params["w"] * 10
        """,
        """
        import numpy as np
        model = f()
        model.params["w"] += 1
        assert model.total() == 4
        model.params = {**model.params, "v": 1}
        assert model.total() == 4
        model.grow()
        assert model.params["w"].tolist() == [20, 20]
        model.params.update(w=np.zeros(2))
        assert model.total() == 0
        """,
    ),
    "names_that_are_replaced": (
        "def helper(x): return -1\ndef f(x): return helper(x)",
        """
        before = env["helper"]
        env["helper"] = lambda x: x + 1
        assert f(1) == 2
        env.update(helper=before)
        assert env.get("helper") is before and f(1) == -1
        env["new"] = 1
        env.pop("new")
        assert env.get("new", "none") == "none" and "new" not in list(env)
        """,
    ),
    "an_object_that_the_test_has_made_there": (
        """
        def f(make):
            net = make([2, 3])
            for _ in range(3):
                for name, w in net.params.items():
                    net.params[name] = w + 1
                net.step()
            return net.total(), net.params
        def asking(step):
            class Net:
                def __init__(self, sizes):
                    self.params = {str(n): float(n) for n in sizes}
                def step(self): step(self.params)
                def total(self): return sum(self.params.values())
            return Net
        """,
        """
        stepped = []
        def step(params):
            stepped.append(dict(params))
            params["2"] *= 2
        total, params = f(env["asking"](step))
        assert params == {"2": ((3 * 2 + 1) * 2 + 1) * 2, "3": 6.0}
        assert total == sum(params.values()) and len(stepped) == 3
        """,
    ),
    "a_generator": (
        "def f(n): yield from range(n)",
        "assert list(f(4)) == [0, 1, 2, 3]",
    ),
    "errors_of_the_system_and_of_no_known_kind": (
        """
        import asyncio
        class Mine(BaseException): pass
        def f(kind):
            if kind == 0: open("missing.txt")
            if kind == 1: input("?")
            if kind == 2: raise asyncio.CancelledError("late")
            if kind == 3: raise Mine("own")
            return kind
        class Box:
            @property
            def path(self): raise NotADirectoryError("none")
        """,
        """
        box, found = env["Box"](), []
        for call in (*(lambda n=n: f(n) for n in range(4)), lambda: box.path):
            try:
                call()
            except Exception as error:
                found.append((type(error).__name__, isinstance(error, OSError)))
        assert found == [("FileNotFoundError", True), ("EOFError", False),
            ("CancelledError", False), ("Mine", False), ("NotADirectoryError", True)]
        assert f(4) == 4
        """,
    ),
    "a_function_that_ends_nobodys_loop": (
        "def f(x): raise StopIteration",
        """
        try:
            seen = list(map(f, range(3)))
        except Exception as error:
            seen = type(error).__name__
        assert seen == "StopIteration"
        """,
    ),
    "an_object_with_an_array": (
        """
        import numpy as np
        class A:
            def __array__(self, *a, **k): return np.ones(3)
        def f(): return A()
        """,
        "import numpy as np\nassert np.asarray(f()).sum() == 3",
    ),
    "a_copy_of_an_object": (
        "class B:\n    x = 1\n    def up(self): self.x += 1\ndef f(): return B()",
        """
        import copy
        one = f()
        two = copy.deepcopy(one)
        two.up()
        assert (one.x, two.x) == (1, 2)
        """,
    ),
}


@pytest.mark.slow
def test_idioms_of_tests_work(tmp_path: Path) -> None:
    questions = {
        f"q_{name}": [case(f"test_{name}", "f, env", body)]
        for name, (_, body) in IDIOMS.items()
    }
    sources = []
    for name, (source, _) in IDIOMS.items():
        sources += [source, f'grader.check("q_{name}")']
    result = graded(tmp_path, questions, *sources)
    assert {name: text for name, text in messages(result).items() if text} == {}
    assert all(passed(result).values())


# A student's objects that would fool a test in the same process.
TRICKS = {
    "always_equal": """
        class Yes:
            def __eq__(self, o): return True
            def __ne__(self, o): return False
            def __bool__(self): return True
            def __lt__(self, o): return True
            __gt__ = __le__ = __ge__ = __lt__
            def __hash__(self): return 1
            def __sub__(self, o): return 0
            def __abs__(self): return 0
        def f(): return Yes()
    """,
    "float_that_equals": """
        class F(float):
            def __eq__(self, o): return True
        def f(): return F(9)
    """,
    "array_that_equals": """
        import numpy as np
        class A(np.ndarray):
            def __eq__(self, o): return np.array(True)
            def __array_ufunc__(self, *a, **k): return np.array(0.0)
        def f(): return np.full((), 9.0).view(A)
    """,
    "patched_modules": """
        import numpy as np, builtins
        np.allclose = np.array_equal = lambda *a, **k: True
        builtins.abs = lambda x: 0
        def f(): return 9
    """,
    "frames": """
        import sys
        def f():
            frame = sys._getframe()
            while frame:
                if "truth" in frame.f_locals:
                    return frame.f_locals["truth"]
                frame = frame.f_back
    """,
    "garbage": """
        import gc
        def f():
            for o in gc.get_objects():
                if type(o) is dict and "a_secret_number" in o:
                    return o["a_secret_number"]
    """,
}


@pytest.mark.slow
@pytest.mark.parametrize("source", TRICKS.values(), ids=TRICKS)
def test_tricks_earn_nothing(tmp_path: Path, source: str) -> None:
    body = """
        import numpy as np
        from secrets_of_the_toy import a_secret_number
        truth = a_secret_number
        found = f()
        assert found == truth
        assert abs(found - truth) < 1e-9 and np.allclose(found, truth)
    """
    zipped = archive(
        tmp_path,
        {"q1": [case("test_f", "f", body)]},
        {"references/x.py": "", "secrets_of_the_toy.py": "a_secret_number = 41.5"},
    )
    notebook = tmp_path / "toy.ipynb"
    notebook.write_bytes(cells(source))
    with Engine(zipped, level=Level.LIMITS) as engine:
        result = engine.grade(notebook)
    assert (result.status, result.score) == ("graded", 0)


@pytest.mark.parametrize(
    "asked",
    [
        'peer.request("get", g, "__globals__", False)',
        'peer.request("get", g, "hidden", False)',
        'peer.request("set", g, "hidden", 1)',
        'peer.request("special", g, "__call__")',
        'peer.request("copy", g)',
        'peer.request("call", 7, (), {})',
        'peer.request("call", len, ([],), {})',
        'peer.request("call", np.float64(2).item, (), {})',
        'peer.request("call", [g], (), {})',
        'peer.request("forward", g, (), {})',
        'peer.request("backward", g, 1)',
        'peer.request("sync", g)',
    ],
)
def test_a_student_can_call_what_was_lent_and_nothing_else(
    tmp_path: Path, asked: str
) -> None:
    thief = f"""
        import numpy as np
        def f(g, tell):
            peer = g._peer
            tell([g(), *(name for name in ("__globals__", "__code__", "hidden")
                         if hasattr(g, name))])
            tell({asked})
            return 1
    """
    body = """
        def g():
            return 5
        g.hidden, told = 3, []
        def tell(what):
            told.append(what)
            if told != [[5]]:
                raise SystemExit("it was told")
        f(g, tell)
    """
    result = graded(tmp_path, {"q1": [case("test_f", "f", body)]}, thief)
    assert messages(result) == {
        "test_f": "the test was stopped: There is no such operation."
    }


def test_errors_keep_name_text_and_line(tmp_path: Path) -> None:
    source = """
        import numpy as np
        class OwnError(ValueError): pass

        def f(kind):
            if kind == 1:
                return np.linalg.inv(np.zeros((2, 2)))
            raise OwnError("no " + "luck")
    """
    body = """
        import linecache, traceback
        for kind, name, base, text, line in (
            (1, "LinAlgError", ValueError, "Singular matrix", "np.linalg.inv"),
            (2, "OwnError", ValueError, "no luck", 'raise OwnError("no " + "luck")'),
        ):
            try:
                f(kind)
            except base as error:
                assert type(error).__name__ == name and str(error) == text, error
                last = traceback.extract_tb(error.__traceback__)[-1]
                assert line in last.line, last
                assert last.filename.startswith("<") and last.lineno in (6, 7)
            else:
                raise AssertionError("no error")
    """
    result = graded(tmp_path, {"q1": [case("test_f", "f", body)]}, source)
    assert messages(result) == {"test_f": ""}


def test_names_that_a_test_replaces_are_put_back(tmp_path: Path) -> None:
    source = """
        def g(): return 1
        def f(): return g() + (new if "new" in globals() else 0)
    """
    body = """
        before = env["g"]
        try:
            with env.replaced({"g": lambda: 10, "new": 100}):
                with env.replaced({"g": lambda: 20}):
                    assert f() == 120
                assert f() == 110
                raise KeyError("lost")
        except KeyError:
            pass
        assert "new" not in env and f() == 1
        assert env["g"] is before
    """
    result = graded(tmp_path, {"q1": [case("test_f", "f, env", body)]}, source)
    assert messages(result) == {"test_f": ""}


def test_a_parameter_is_read_anew_after_the_test_began(tmp_path: Path) -> None:
    source = """
        count = 0
        def f():
            global count
            count += 1
    """
    body = """
        assert count == 0
        f()
        assert env["count"] == 1
        env["count"] = 5
        f()
        assert env["count"] == 6
    """
    result = graded(tmp_path, {"q1": [case("test_f", "count, f, env", body)]}, source)
    assert messages(result) == {"test_f": ""}


def test_a_parameter_that_cannot_be_sent_costs_its_own_test(tmp_path: Path) -> None:
    source = """
        deep = []
        for _ in range(5000):
            deep = [deep]
        def f(): return 3
    """
    cases = [
        case("test_deep", "f, deep", "assert deep"),
        case("test_f", "f", "assert f() == 3"),
    ]
    result = graded(tmp_path, {"q1": cases}, source)
    assert passed(result) == {"test_deep": False, "test_f": True}
    assert "nested too deeply" in messages(result)["test_deep"]


def test_cells_mean_what_they_mean_in_jupyter(tmp_path: Path) -> None:
    sources = (
        "%%time\na = 1",
        "b = 2\n%time c = 3",
        "\n    d = 4\n    e = 5",
        ">>> f = 6\n>>> g = 7",
        "text = '''\n%time is no magic\n'''\nsame = text",
        "import os\nbefore = os.getcwd()\nh = %pwd",
        "pwd",
        "here = _",
        "i = 8\nawait_ = i",
        "import asyncio\nawait asyncio.sleep(0)\nj = 9",
    )
    body = """
        assert [env[name] for name in "abcdefgij"] == list(range(1, 10))
        assert env["text"] == "\\n%time is no magic\\n"
        assert env["h"] == env["before"] == env["here"]
    """
    result = graded(tmp_path, {"q1": [case("test_cells", "env", body)]}, *sources)
    assert messages(result) == {"test_cells": ""}
