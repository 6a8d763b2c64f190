"""Signals: handlers are kept, and none ever comes."""

import enum


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGWINCH = 28


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


_handlers = {Signals.SIGINT: default_int_handler}


def _known(signalnum):
    try:
        return Signals(signalnum)
    except ValueError:
        if 1 <= signalnum < 65:
            return signalnum
        raise ValueError("signal number out of range") from None


def signal(signalnum, handler):
    signalnum = _known(signalnum)
    if not callable(handler) and handler not in (Handlers.SIG_DFL, Handlers.SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if signalnum in (9, 19):
        raise OSError(22, "Invalid argument")
    before = getsignal(signalnum)
    _handlers[signalnum] = handler if callable(handler) else Handlers(handler)
    return before


def getsignal(signalnum):
    return _handlers.get(_known(signalnum), Handlers.SIG_DFL)


def raise_signal(signum):
    handler = getsignal(signum)
    if callable(handler):
        handler(_known(signum), None)
    elif handler == Handlers.SIG_DFL and signum not in (17, 18, 28):
        raise SystemExit(128 + signum)


def strsignal(signalnum):
    names = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 14: "Alarm clock", 15: "Terminated"}
    return names.get(signalnum)


def valid_signals():
    return set(Signals)


def alarm(seconds):
    return 0


def setitimer(which, seconds, interval=0.0):
    return 0.0, 0.0


def getitimer(which):
    return 0.0, 0.0


def siginterrupt(signalnum, flag):
    pass


def pause():
    raise NotImplementedError("no signal ever comes here; wait with time.sleep() or awaitTermination()")
