"""What the abstract classes of `collections.abc` give to classes that are derived from them."""

from templates import lines, programs

CLASSES = """
    from collections.abc import *
    class Table(Mapping):
        def __init__(self, items): self.own = items
        def __getitem__(self, key): return self.own[key]
        def __len__(self): return len(self.own)
        def __iter__(self): return iter(self.own)
        def __repr__(self): return f'Table({self.own})'
    class Store(Table, MutableMapping):
        def __setitem__(self, key, value): self.own[key] = value
        def __delitem__(self, key): del self.own[key]
    class Row(Sequence):
        def __init__(self, *items): self.items = list(items)
        def __getitem__(self, index): return self.items[index]
        def __len__(self): return len(self.items)
    class Rows(Row, MutableSequence):
        def __setitem__(self, index, value): self.items[index] = value
        def __delitem__(self, index): del self.items[index]
        def insert(self, index, value): self.items.insert(index, value)
    class Group(Set):
        def __init__(self, items): self.items = frozenset(items)
        def __contains__(self, x): return x in self.items
        def __iter__(self): return iter(sorted(self.items))
        def __len__(self): return len(self.items)
        def __repr__(self): return f'Group({sorted(self.items)})'
    class Groups(Group, MutableSet):
        def __init__(self, items): self.items = set(items)
        def add(self, x): self.items.add(x)
        def discard(self, x): self.items.discard(x)
    t, s = Table({1: 2, 3: 4}), Store({1: 2, 3: 4})
    r, rs = Row(1, 2, 3, 2), Rows(1, 2, 3)
    a, b, m = Group([1, 2]), Group([2, 3]), Groups([1, 2])
"""

CASES = [
    *lines(
        """
        t.get(1), t.get(9), t.get(9, 'x')
        list(t.keys()), list(t.items()), list(t.values())
        t.keys(), t.items(), t.values()
        type(t.keys()).__name__, type(t.items()).__qualname__, type(t.values()).__module__
        1 in t, 5 in t, 2 in t.values(), (1, 2) in t.items(), (1, 3) in t.items(), 3 in t.keys()
        t == {1: 2, 3: 4}, t == Table({1: 2, 3: 4}), t != {1: 2}, t == 5
        t.keys() & {1}, t.keys() | [7], t.items() - {(1, 2)}, t.keys() ^ {1, 5}, len(t.items())
        hash(t)
        s.pop(1), dict(s)
        s.pop(7, None), s.pop(7, 'd')
        s.pop(7)
        s.popitem(), dict(s)
        s.setdefault(5, 6), s.setdefault(1, 0), dict(s)
        s.update({7: 8}, z=3), s.update([(1, 1)]), s.update(Table({9: 9})), dict(s)
        s.clear(), dict(s)
        Store({}).popitem()
        list(r), 2 in r, 9 in r, list(reversed(r)), r.index(2), r.index(2, 2), r.count(2)
        r.index(9)
        rs.append(4), rs.extend([5, 6]), rs.reverse(), rs.items
        rs.pop(), rs.pop(0), rs.items
        rs.remove(2), rs.items
        rs.remove(9)
        rs.__iadd__([9]).items
        rs.clear(), rs.items
        rs.extend(rs), rs.items
        a & b, a | b, a - b, a ^ b
        a <= b, a < Group([1, 2, 3]), a >= Group([1]), a > Group([1]), a == Group([2, 1]), a != b
        a.isdisjoint(b), a.isdisjoint([7]), a & [1], [1, 5] | a, {1, 9} - a, a - [1]
        a._hash() == Group([2, 1])._hash(), a == {1, 2}, a < 5
        hash(a)
        m.__ior__([3]), m.__iand__([1, 3]), m.__ixor__([1, 7]), m.__isub__([3])
        m.remove(1), m.remove(1)
        m.pop(), len(m), m.clear(), len(m)
        Mapping()
        Sequence()
        type('Half', (MutableSet,), {'add': None, '__len__': None})()
        isinstance([], MutableSequence), issubclass(dict, MutableMapping), isinstance({}.keys(), KeysView)
        isinstance(1, Hashable), isinstance([], Hashable), isinstance(t, Mapping), isinstance(t, Collection), isinstance(t, dict)
        [c.__name__ for c in Mapping.__mro__], [c.__name__ for c in MutableSequence.__mro__]
        sorted(Mapping.__abstractmethods__), sorted(MutableMapping.__abstractmethods__), sorted(MutableSet.__abstractmethods__)
        isinstance((x for x in []), Generator), isinstance(iter([]), Iterator), isinstance((i for i in ()), Iterable)
        """,
        CLASSES,
    ),
    *programs("""
        import collections
        print(collections.abc.Mapping.__name__)
        from collections import abc
        print(abc.Iterable is collections.abc.Iterable)
        ---
        from collections.abc import Generator, Iterator
        class Two(Iterator):
            at = 0
            def __next__(self):
                self.at += 1
                if self.at > 2:
                    raise StopIteration
                return self.at
        print(list(Two()), iter(t := Two()) is t)
        class Echo(Generator):
            def send(self, value):
                return value
            def throw(self, kind, value=None, trace=None):
                raise kind
        echo = Echo()
        print(next(echo), echo.send(3), echo.close(), iter(echo) is echo)
        ---
        from collections.abc import Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator
        async def wait():
            return 1
        async def many():
            yield 1
        one, more = wait(), many()
        print(isinstance(one, Coroutine), isinstance(one, Awaitable), isinstance(more, AsyncGenerator), isinstance(more, AsyncIterator), isinstance(1, Awaitable))
        one.close()
        class Ticks(AsyncIterator):
            left = 2
            async def __anext__(self):
                if not self.left:
                    raise StopAsyncIteration
                self.left -= 1
                return self.left
        async def main():
            return [tick async for tick in Ticks()]
        import asyncio
        print(asyncio.run(main()))
    """),
]
