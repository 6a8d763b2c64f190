"""Deep copies; `copy` itself is in Rust."""

import copyreg

_UNKNOWN = object()


def deepcopy(x, memo=None, _nil=_UNKNOWN):
    if memo is None:
        memo = {}
    made = memo.get(id(x), _nil)
    if made is not _nil:
        return made
    cls = type(x)
    copier = _COPIERS.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif isinstance(x, type):
        made = x
    elif (copier := getattr(x, "__deepcopy__", None)) is not None:
        made = copier(memo)
    else:
        reduced = _reduced(x, cls)
        made = reduced(x) if callable(reduced) else x if isinstance(reduced, str) else _rebuilt(x, memo, *reduced)
    if made is not x:
        memo[id(x)] = made
        _keep(x, memo)
    return made


def _keep(x, memo):
    # An object that went away would leave its number to another.
    memo.setdefault(id(memo), []).append(x)


def _same(x, memo):
    return x


def _list(x, memo):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # The tuple may be inside one of its items.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _method(x, memo):
    return x.__func__.__get__(deepcopy(x.__self__, memo))


_COPIERS = {
    **dict.fromkeys(
        map(type, (None, 1, 1.0, True, 1j, b"", "", ..., NotImplemented, range(0), len, lambda: 0, property())), _same
    ),
    type: _same,
    bytearray: lambda x, memo: bytearray(x),
    dict: _dict,
    frozenset: _set,
    list: _list,
    set: _set,
    tuple: _tuple,
}


class _Bound:
    def method(self):
        pass


_COPIERS[type(_Bound().method)] = _method


def _reduced(x, cls):
    """The parts of an object, or what copies it whole."""
    reduce = copyreg.dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    if _is_native(x) and copyreg.reducer_of(cls) in copyreg.NATIVE:
        return _native
    return copyreg.reduce_of(x, 4)


def _rebuilt(x, memo, make, args, state=None, items=None, pairs=None, setter=None):
    made = make(*[deepcopy(arg, memo) for arg in args]) if args else make()
    memo[id(x)] = made
    if state is not None:
        state = deepcopy(state, memo)
        if setter is not None:
            setter(made, state)
        elif hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            for name, value in (slots or {}).items():
                setattr(made, name, value)
    for item in items or ():
        made.append(deepcopy(item, memo))
    for key, value in pairs or ():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made
