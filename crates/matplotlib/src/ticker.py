"""Where ticks stand on an axis, and what is written at them."""

import math

_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def widen(low, high, part, least):
    """A range that is wide enough to be drawn: one without width grows to both sides, by a part of itself."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return -part, part
    swapped = high < low
    if swapped:
        low, high = high, low
    largest = max(abs(low), abs(high))
    if largest < 2.2250738585072014e-308 * 1e6 / least:
        low, high = -part, part
    elif high - low <= largest * least:
        if high == 0 and low == 0:
            low, high = -part, part
        else:
            low, high = low - part * abs(low), high + part * abs(high)
    return (high, low) if swapped else (low, high)


class Locator:
    """Says where the ticks of an axis stand."""

    axis = None

    def set_axis(self, axis):
        self.axis = axis

    def __call__(self):
        return self.tick_values(*self.axis.get_view_interval())

    def nonsingular(self, low, high):
        """The range of an axis whose data have that range."""
        return widen(low, high, 0.05, 1e-15)

    def view_limits(self, low, high):
        return widen(low, high, 0.001, 1e-15)


class NullLocator(Locator):
    def tick_values(self, vmin, vmax):
        return []


class FixedLocator(Locator):
    def __init__(self, locs, nbins=None):
        self.locs = list(locs)
        self.nbins = nbins

    def tick_values(self, vmin, vmax):
        if self.nbins is None:
            return self.locs
        return self.locs[:: max(math.ceil(len(self.locs) / self.nbins), 1)]


class LinearLocator(Locator):
    def __init__(self, numticks=None):
        self.numticks = 11 if numticks is None else numticks

    def tick_values(self, vmin, vmax):
        last = self.numticks - 1
        return [vmin + (vmax - vmin) * at / last for at in range(last)] + [vmax]


class MultipleLocator(Locator):
    """At the multiples of a number."""

    def __init__(self, base=1.0, offset=0.0):
        self._base = base
        self._offset = offset

    def tick_values(self, vmin, vmax):
        if vmax < vmin:
            vmin, vmax = vmax, vmin
        step = self._base
        first = _least_multiple(vmin - self._offset, step, 0) * step
        count = int((vmax - self._offset - first + 0.001 * step) // step)
        return [first - step + at * step + self._offset for at in range(count + 3)]


class IndexLocator(Locator):
    def __init__(self, base, offset):
        self._base = base
        self.offset = offset

    def tick_values(self, vmin, vmax):
        count = math.ceil((vmax + 1 - vmin - self.offset) / self._base)
        return [vmin + self.offset + at * self._base for at in range(count)]


def _is_close(part, edge, step, offset):
    if offset > 0:
        allowed = min(0.4999, max(1e-10, 10 ** (math.log10(offset / step) - 12)))
    else:
        allowed = 1e-10
    return abs(part - edge) < allowed


def _greatest_multiple(value, step, offset):
    times, rest = divmod(value, step)
    return times + 1 if _is_close(rest / step, 1, step, offset) else times


def _least_multiple(value, step, offset):
    times, rest = divmod(value, step)
    return times if _is_close(rest / step, 0, step, offset) else times + 1


class MaxNLocator(Locator):
    """At round numbers, evenly, and not more than a number of them."""

    def __init__(self, nbins=10, **kwargs):
        self._integer = False
        self._prune = None
        self._min_n_ticks = 2
        self._symmetric = False
        self.set_params(nbins=nbins, steps=None)
        self.set_params(**kwargs)

    def set_params(self, **kwargs):
        for name, value in kwargs.items():
            if name == "steps":
                steps = list(_STEPS if value is None else value)
                steps = ([] if steps[0] == 1 else [1]) + steps + ([] if steps[-1] == 10 else [10])
                self._stairs = [0.1 * step for step in steps[:-1]] + steps + [10 * steps[1]]
            elif name in ("nbins", "integer", "prune", "min_n_ticks", "symmetric"):
                setattr(self, "_" + name, value)
            else:
                raise TypeError(f"set_params() got an unexpected keyword argument {name!r}")

    def _candidates(self, low, high):
        nbins = self._nbins
        if nbins == "auto":
            nbins = min(max(self.axis.get_tick_space() if self.axis else 9, 1, self._min_n_ticks - 1), 9)
        width, middle = abs(high - low), (high + low) / 2
        offset = 0
        if abs(middle) / width >= 100:
            offset = math.copysign(10 ** (math.log10(abs(middle)) // 1), middle)
        scale = 10 ** (math.log10(width / nbins) // 1)
        low, high = low - offset, high - offset
        steps = [stair * scale for stair in self._stairs]
        if self._integer:
            steps = [step for step in steps if step < 1 or abs(step - round(step)) < 0.001]
        least = (high - low) / nbins
        large = next((at for at, step in enumerate(steps) if step >= least), len(steps) - 1)
        for step in steps[large::-1]:
            if self._integer and math.floor(high) - math.ceil(low) >= self._min_n_ticks - 1:
                step = max(1, step)
            start = low // step * step
            first = _greatest_multiple(low - start, step, abs(offset))
            last = _least_multiple(high - start, step, abs(offset))
            ticks = [(first + at) * step + start for at in range(int(last - first) + 1)]
            if sum(low <= tick <= high for tick in ticks) >= self._min_n_ticks:
                break
        return [tick + offset for tick in ticks]

    def tick_values(self, vmin, vmax):
        if self._symmetric:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        ticks = self._candidates(*widen(min(vmin, vmax), max(vmin, vmax), 1e-13, 1e-14))
        return ticks[self._prune in ("lower", "both") : len(ticks) - (self._prune in ("upper", "both"))]

    def view_limits(self, low, high):
        if self._symmetric:
            high = max(abs(low), abs(high))
            low = -high
        return widen(low, high, 1e-12, 1e-13)


class AutoLocator(MaxNLocator):
    def __init__(self):
        super().__init__("auto", steps=[1, 2, 2.5, 5, 10])


class LogLocator(Locator):
    """At the powers of a base."""

    def __init__(self, base=10.0, subs=(1.0,), numticks=None):
        self._base = base
        self._subs = (1.0,) if subs in (None, "all", "auto") else subs
        self._numticks = numticks

    def nonsingular(self, low, high):
        if not (math.isfinite(low) and math.isfinite(high)) or high <= 0:
            return 1, 10
        low = low if low > 0 else self.axis.least_positive()
        if low == high:
            below = math.log(low) / math.log(self._base)
            return self._base ** (math.ceil(below) - 1), self._base ** (math.floor(below) + 1)
        return low, high

    def view_limits(self, low, high):
        return self.nonsingular(low, high)

    def tick_values(self, vmin, vmax):
        low, high = (math.log(value) / math.log(self._base) for value in (min(vmin, vmax), max(vmin, vmax)))
        most = self._numticks or (min(max(self.axis.get_tick_space(), 2), 9) if self.axis else 9)
        first, last = math.floor(low), math.ceil(high)
        stride = 1 if last - first <= most else (last - first) // most + 1
        powers = range(first // stride * stride, last + stride, stride)
        return [self._base**power * sub for power in powers for sub in self._subs]


def fix_minus(text):
    return text.replace("-", "\N{MINUS SIGN}")


class Formatter:
    """Says what is written at a tick."""

    axis = None
    locs = ()

    def set_axis(self, axis):
        self.axis = axis

    def set_locs(self, locs):
        self.locs = locs

    def get_offset(self):
        return ""

    def format_ticks(self, values):
        self.set_locs(values)
        return [self(value, at) for at, value in enumerate(values)]


class NullFormatter(Formatter):
    def __call__(self, x, pos=None):
        return ""


class FixedFormatter(Formatter):
    def __init__(self, seq):
        self.seq = list(seq)

    def __call__(self, x, pos=None):
        return self.seq[pos] if pos is not None and pos < len(self.seq) else ""


class FuncFormatter(Formatter):
    def __init__(self, func):
        self.func = func

    def __call__(self, x, pos=None):
        return self.func(x, pos)


class FormatStrFormatter(Formatter):
    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt % x


class StrMethodFormatter(Formatter):
    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return fix_minus(self.fmt.format(x=x, pos=pos))


class PercentFormatter(Formatter):
    def __init__(self, xmax=100, decimals=None, symbol="%", is_latex=False):
        self.xmax = xmax
        self.decimals = decimals
        self.symbol = symbol

    def __call__(self, x, pos=None):
        part = 100.0 * (x / self.xmax)
        decimals = self.decimals
        if decimals is None:
            width = 100.0 * abs(self.axis.get_view_interval()[1] - self.axis.get_view_interval()[0]) / self.xmax
            decimals = 0 if width <= 0 else min(max(math.ceil(2.0 - math.log10(2.0 * width)), 0), 5)
        return f"{part:0.{int(decimals)}f}{self.symbol or ''}"


class LogFormatter(Formatter):
    """Powers of ten as 10 with small digits above it."""

    _RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

    def __init__(self, base=10.0):
        self._base = base

    def __call__(self, x, pos=None):
        if x <= 0:
            return ""
        power = math.log(x) / math.log(self._base)
        if abs(power - round(power)) > 1e-9:
            return ""
        return f"{self._base:g}" + str(round(power)).translate(self._RAISED)


class ScalarFormatter(Formatter):
    """Numbers with as many decimal places as tell the ticks apart; what they share stands apart."""

    def __init__(self, useOffset=None, useMathText=None, useLocale=None):
        self._use_offset = True if useOffset is None else useOffset
        self._scientific = True
        self._powerlimits = (-5, 6)
        self.offset = 0
        self._order = 0
        self._format = ""
        if useOffset not in (None, True, False):
            self._use_offset, self.offset = False, useOffset

    def set_scientific(self, b):
        self._scientific = bool(b)

    def set_powerlimits(self, lims):
        self._powerlimits = lims

    def set_useOffset(self, val):
        self._use_offset = val in (True, None)
        self.offset = 0 if val in (True, False, None) else val

    def set_useMathText(self, val):
        pass

    def set_useLocale(self, val):
        pass

    def __call__(self, x, pos=None):
        if len(self.locs) == 0:
            return ""
        shown = (x - self.offset) / 10.0**self._order
        return fix_minus(self._format % (0 if abs(shown) < 1e-8 else shown))

    def get_offset(self):
        if len(self.locs) == 0:
            return ""
        order = "1e%d" % self._order if self._order else ""
        offset = ("+" if self.offset > 0 else "") + self.format_data(self.offset) if self.offset else ""
        return fix_minus(order + offset)

    def format_data(self, value):
        power = math.floor(math.log10(abs(value)))
        digits = round(value / 10**power, 10)
        text = fix_minus(("%d" if digits % 1 == 0 else "%1.10g") % digits)
        return text if power == 0 else f"{text}e{fix_minus('%d' % power)}"

    def set_locs(self, locs):
        self.locs = locs
        if len(locs) == 0:
            return
        low, high = sorted(self.axis.get_view_interval())
        seen = [loc for loc in locs if low <= loc <= high]
        if self._use_offset:
            self.offset = _shared_part(seen)
        self._order = self._order_of(seen, high - low)
        self._format = self._format_of(low, high)

    def _order_of(self, seen, width):
        first, last = self._powerlimits
        if not self._scientific:
            return 0
        if first == last != 0:
            return first
        if not seen:
            return 0
        largest = width if self.offset else max(abs(loc) for loc in seen)
        order = math.floor(math.log10(largest)) if largest else 0
        return order if order <= first or order >= last else 0

    def _format_of(self, low, high):
        locs = [*self.locs] if len(self.locs) > 1 else [*self.locs, low, high]
        locs = [(loc - self.offset) / 10.0**self._order for loc in locs]
        width = (max(locs) - min(locs)) or max(abs(loc) for loc in locs) or 1
        if len(self.locs) < 2:
            locs = locs[:-2]
        order = int(math.floor(math.log10(width)))
        places = max(0, 3 - order)
        allowed = 1e-3 * 10**order
        while places >= 0 and max(abs(loc - round(loc, places)) for loc in locs) < allowed:
            places -= 1
        return f"%1.{places + 1}f"


def _shared_part(seen):
    """What ticks share that differ in their last digits only."""
    if not seen:
        return 0
    low, high = min(seen), max(seen)
    if low == high or low <= 0 <= high:
        return 0
    least, largest = sorted([abs(float(low)), abs(float(high))])
    order = math.ceil(math.log10(largest))
    top = order
    while least // 10.0**order == largest // 10.0**order:
        order -= 1
    order += 1
    if (largest - least) / 10.0**order <= 1e-2:
        order = top
        while largest // 10.0**order - least // 10.0**order <= 1:
            order -= 1
        order += 1
    shared = largest // 10.0**order
    return math.copysign(1, low) * shared * 10.0**order if shared >= 1000 else 0
