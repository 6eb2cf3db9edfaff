"""An interrupt is raised where somebody asks for it, and never dropped."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from homework.base.interrupts import heard


class Interrupted:
    """Is interrupted where an error can go nowhere."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_is_raised_when_somebody_asks() -> None:
    with heard() as ask:
        ask()
        Interrupted()  # raised there, Python would say so, and go on
        with pytest.raises(KeyboardInterrupt):
            ask()


def test_a_second_interrupt_is_raised_at_once() -> None:
    with heard():
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_the_handler_is_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with heard():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_another_thread_has_no_signals() -> None:
    asked = []

    def work() -> None:
        with heard() as ask:
            ask()
            asked.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert asked == [True]
