"""A signal that rings while something long runs."""

import signal
from contextlib import contextmanager


class Alarm(Exception):
    """What the handler raises."""


@contextmanager
def alarm(seconds):
    """Rings once after so many seconds; the handler from before is put back."""

    def ring(*_):
        raise Alarm

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
