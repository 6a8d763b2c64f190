"""Moments on an axis: days since 1970, where their ticks stand, and how they are written."""

import datetime
import math

from matplotlib.ticker import Formatter, Locator

MO, TU, WE, TH, FR, SA, SU = range(7)

_EPOCH = datetime.datetime(1970, 1, 1)
_DAY_US = 86_400_000_000
_UNITS = ("year", "month", "day", "hour", "minute", "second", "microsecond")
_FIRST = (1, 1, 1, 0, 0, 0, 0)
# How long each is, in days, about.
_DAYS = (365.0, 30.0, 1.0, 1 / 24, 1 / 1440, 1 / 86400, 1 / 86400e6)
_INTERVALS = (
    (1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000),
    (1, 2, 3, 4, 6),
    (1, 2, 4, 7, 14),
    (1, 2, 3, 4, 6, 12),
    (1, 5, 10, 15, 30),
    (1, 5, 10, 15, 30),
    tuple(times * 10**power for power in range(6) for times in (1, 2, 5)) + (1_000_000,),
)
_MOST = (11, 12, 11, 12, 11, 11, 8)


def is_date(value):
    return isinstance(value, datetime.date)


def date2num(d):
    """Days since 1970 of a date, a moment, or a list of them."""
    if not is_date(d):
        import numpy as np

        return np.array([date2num(one) for one in d])
    if not isinstance(d, datetime.datetime):
        d = datetime.datetime(d.year, d.month, d.day)
    if d.tzinfo is not None:
        d = (d - d.utcoffset()).replace(tzinfo=None)
    since = d - _EPOCH
    return since.days + (since.seconds * 1_000_000 + since.microseconds) / _DAY_US


def _moment(days):
    return _EPOCH + datetime.timedelta(microseconds=round(days * _DAY_US))


def num2date(x, tz=None):
    if hasattr(x, "__iter__"):
        return [num2date(one, tz) for one in x]
    return _moment(x).replace(tzinfo=tz or datetime.timezone.utc)


def _floor(moment, unit):
    """The moment with what is smaller than a unit left out."""
    parts = [getattr(moment, name) for name in _UNITS]
    return datetime.datetime(*parts[: unit + 1], *_FIRST[unit + 1 :])


def _next(moment, unit, by=1):
    if unit == 0:
        return moment.replace(year=moment.year + by)
    if unit == 1:
        months = moment.month - 1 + by
        return moment.replace(year=moment.year + months // 12, month=months % 12 + 1)
    return moment + datetime.timedelta(**{_UNITS[unit] + "s": by})


class DateLocator(Locator):
    """At the moments whose unit (hour, day) is one of a set, or at every few of them."""

    _unit = 2

    def __init__(self, by=None, interval=1, tz=None):
        self._by = [by] if isinstance(by, int) else by
        self._interval = interval

    def nonsingular(self, low, high):
        if not (math.isfinite(low) and math.isfinite(high)):
            return 0.0, 1.0
        if low == high:
            return low - 365.25 * 2, high + 365.25 * 2
        return min(low, high), max(low, high)

    def tick_values(self, vmin, vmax):
        if is_date(vmin):
            vmin, vmax = date2num(vmin), date2num(vmax)
        return _ticks(vmin, vmax, self._unit, self._by, self._interval)


def _ticks(low, high, unit, by, interval):
    at, last = _floor(_moment(low), unit), _moment(high)
    if unit == 0:
        at = at.replace(year=max(at.year // interval * interval, 1))
    found = []
    while at <= last and len(found) < 1000:
        is_taken = by is None or getattr(at, _UNITS[unit]) in by
        if is_taken and date2num(at) >= low:
            found.append(date2num(at))
        at = _next(at, unit, interval if by is None else 1)
    return found


class YearLocator(DateLocator):
    _unit = 0

    def __init__(self, base=1, month=1, day=1, tz=None):
        super().__init__(None, base)


class MonthLocator(DateLocator):
    _unit = 1

    def __init__(self, bymonth=None, bymonthday=1, interval=1, tz=None):
        super().__init__(bymonth, interval)


class DayLocator(DateLocator):
    _unit = 2


class HourLocator(DateLocator):
    _unit = 3


class MinuteLocator(DateLocator):
    _unit = 4


class SecondLocator(DateLocator):
    _unit = 5


class MicrosecondLocator(DateLocator):
    _unit = 6

    def __init__(self, interval=1, tz=None):
        super().__init__(None, interval)


class AutoDateLocator(DateLocator):
    """In the unit that gives between five ticks and about ten."""

    def __init__(self, tz=None, minticks=5, maxticks=None, interval_multiples=True):
        super().__init__()
        self._least = minticks
        self._most = _MOST if maxticks is None else (maxticks,) * 7

    def tick_values(self, vmin, vmax):
        if is_date(vmin):
            vmin, vmax = date2num(vmin), date2num(vmax)
        low, high = min(vmin, vmax), max(vmin, vmax)
        unit, interval = self._unit_of(low, high)
        starts = {1: range(1, 13), 2: range(1, 32), 3: range(24), 4: range(60), 5: range(60)}
        if unit in starts:
            by = starts[unit][::interval]
            by = {14: [1, 15], 7: [1, 8, 15, 22]}.get(interval, by) if unit == 2 else by
            return _ticks(low, high, unit, by, 1)
        if unit == 6:
            step = interval / _DAY_US
            first = math.ceil(low / step)
            return [at * step for at in range(first, math.floor(high / step) + 1)]
        return _ticks(low, high, unit, None, interval)

    def _unit_of(self, low, high):
        first, last = _moment(low), _moment(high)
        months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
        seconds = (high - low) * 86400
        counts = (months // 12, months, int(high - low), seconds // 3600, seconds // 60, seconds // 1, seconds * 1e6)
        for unit, count in enumerate(counts):
            self.unit_days = _DAYS[unit]
            if count >= self._least:
                for interval in _INTERVALS[unit]:
                    if count <= interval * (self._most[unit] - 1):
                        break
                return unit, interval
        return 6, 1


class DateFormatter(Formatter):
    """Moments by a format of `strftime`."""

    def __init__(self, fmt, tz=None, usetex=None):
        self.fmt = fmt

    def __call__(self, x, pos=0):
        return _moment(x).strftime(self.fmt)


class AutoDateFormatter(Formatter):
    """Moments as finely as their locator places them."""

    _FORMATS = ("%Y", "%Y-%m", "%Y-%m-%d", "%m-%d %H", "%d %H:%M", "%H:%M:%S", "%M:%S.%f")

    def __init__(self, locator, tz=None, defaultfmt="%Y-%m-%d", *, usetex=None):
        self._locator = locator

    def __call__(self, x, pos=None):
        days = getattr(self._locator, "unit_days", 1.0)
        fmt = next(fmt for fmt, least in zip(self._FORMATS, _DAYS) if days >= least)
        return _moment(x).strftime(fmt)


class ConciseDateFormatter(AutoDateFormatter):
    """Moments with as few parts as tell them apart."""

    _FORMATS = ("%Y", "%b", "%d", "%H:%M", "%H:%M", "%S", "%S.%f")
