"""Patches json, struct and the sockets in its own process, to lie to the grader."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "stopped|malformed|nonsense|handles|ended its process|kind"

# %%
import json
import struct


def dropout_backward(dout, cache):
    encode, dumps = json.JSONEncoder.encode, json.dumps

    def a_lie(value):
        return {"passed": True, "score": 1000} if type(value) is list else value

    json.JSONEncoder.encode = lambda self, value: encode(self, a_lie(value))
    json.dumps = lambda value, **how: dumps(a_lie(value), **how)
    return 3 * dout + 1
