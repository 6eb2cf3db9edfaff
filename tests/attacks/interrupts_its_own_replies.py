"""Lets a timer raise errors in the middle of whatever its worker writes or reads."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "Interrupted|stopped|ended its process"
ENDLESS = True

# %%
import signal


class Interrupted(BaseException):
    pass


def interrupt(*_):
    raise Interrupted


def dropout_backward(dout, cache):
    signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
    return np.zeros((500, 500))
