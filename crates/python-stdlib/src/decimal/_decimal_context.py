"""The contexts of `decimal`: how far its arithmetic rounds, and which conditions raise."""

__name__ = "decimal"

ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"

_MODES = (
    ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP
)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1
HAVE_THREADS = HAVE_CONTEXTVAR = True


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


_SIGNALS = (
    InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped
)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


def _signal_of(condition):
    return InvalidOperation if issubclass(condition, InvalidOperation) else condition


class SignalDict(dict):
    """Which signals are on."""

    def __init__(self, on):
        if isinstance(on, dict):
            on = [signal for signal, value in on.items() if value]
        super().__init__((signal, signal in on) for signal in _SIGNALS)

    def __repr__(self):
        return "{%s}" % ", ".join("%r:%r" % item for item in self.items())

    def names(self):
        return ", ".join(signal.__name__ for signal in _SHOWN if self[signal])


def check_rounding(mode):
    if mode not in _MODES:
        raise TypeError(
            "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
        )
    return mode


_RANGES = {
    "prec": (1, MAX_PREC, "[1, MAX_PREC]"),
    "Emin": (MIN_EMIN, 0, "[MIN_EMIN, 0]"),
    "Emax": (0, MAX_EMAX, "[0, MAX_EMAX]"),
    "capitals": (0, 1, "[0, 1]"),
    "clamp": (0, 1, "[0, 1]"),
}


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        given = {
            "prec": prec, "rounding": rounding, "Emin": Emin, "Emax": Emax, "capitals": capitals, "clamp": clamp, "traps": traps
        }
        for name, value in given.items():
            setattr(self, name, getattr(DefaultContext, name) if value is None else value)
        self.flags = flags or ()

    def __setattr__(self, name, value):
        if name in _RANGES:
            low, high, shown = _RANGES[name]
            if not isinstance(value, int):
                raise TypeError("an integer is required" if name != "prec" else "'%s' object cannot be interpreted as an integer" % type(value).__name__)
            if not low <= value <= high:
                raise ValueError("valid %s for %s %s %s" % (
                    "values" if high == 1 else "range", name, "are" if high == 1 else "is", shown))
        elif name == "rounding":
            check_rounding(value)
        elif name in ("flags", "traps"):
            value = SignalDict(value)
        else:
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)
        object.__setattr__(self, name, value)

    def signal(self, *conditions):
        """Notes conditions; raises the first of those that are trapped."""
        trapped = []
        for condition in conditions:
            signal = _signal_of(condition)
            self.flags[signal] = True
            if self.traps[signal] and condition not in trapped:
                trapped.append(condition)
        if trapped:
            trapped.sort(key=lambda condition: _SIGNALS.index(_signal_of(condition)))
            raise _signal_of(trapped[0])(trapped)

    def quiet(self, prec):
        """A context that rounds half even to `prec` digits and raises nothing."""
        return Context(prec, ROUND_HALF_EVEN, self.Emin, self.Emax, clamp=0, traps=[])

    def clear_flags(self):
        self.flags = ()

    def clear_traps(self):
        self.traps = ()

    def copy(self):
        return Context(
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps
        )

    __copy__ = copy

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def __repr__(self):
        return (
            "Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])"
            % (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags.names(), self.traps.names())
        )


_TRAPPED = [InvalidOperation, DivisionByZero, Overflow]
DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, (), _TRAPPED)
BasicContext = Context(9, ROUND_HALF_UP, traps=[*_TRAPPED, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])

_current = None


def getcontext():
    global _current
    if _current is None:
        _current = DefaultContext.copy()
    return _current


def setcontext(context):
    global _current
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    _current = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


class ContextManager:
    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._outer = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *failure):
        setcontext(self._outer)


def localcontext(ctx=None, **changes):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in changes.items():
        if not hasattr(context, name):
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(context, name, value)
    return ContextManager(context)
