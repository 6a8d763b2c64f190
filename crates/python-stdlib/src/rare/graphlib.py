"""An order of nodes in which each comes after those that it depends on."""

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """Nodes that depend on each other in a circle; the circle is the second argument."""


class _Node:
    __slots__ = ("name", "before", "after", "state")

    def __init__(self, name):
        self.name = name
        self.before = 0  # How many nodes must be done before it.
        self.after = []
        self.state = "waits"


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._passed_out = 0
        self._finished = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, name):
        if name not in self._nodes:
            self._nodes[name] = _Node(name)
        return self._nodes[name]

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        found = self._node(node)
        found.before += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).after.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node.name for node in self._nodes.values() if not node.before]
        circle = self._circle()
        if circle:
            raise CycleError("nodes are in a cycle", circle)

    def get_ready(self):
        self._check_prepared()
        ready = tuple(self._ready)
        for name in ready:
            self._nodes[name].state = "out"
        self._ready.clear()
        self._passed_out += len(ready)
        return ready

    def is_active(self):
        self._check_prepared()
        return self._finished < self._passed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for name in nodes:
            node = self._nodes.get(name)
            if node is None:
                raise ValueError(f"node {name!r} was not added using add()")
            if node.state == "waits":
                raise ValueError(f"node {name!r} was not passed out (still not ready)")
            if node.state == "done":
                raise ValueError(f"node {name!r} was already marked done")
            node.state = "done"
            for name in node.after:
                later = self._nodes[name]
                later.before -= 1
                if not later.before:
                    self._ready.append(name)
            self._finished += 1

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _circle(self):
        """The first circle that a walk in the order of the nodes meets."""
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path, ways, places = [], [], {}
            name = start
            while True:
                if name in seen:
                    if name in places:
                        return path[places[name] :] + [name]
                else:
                    seen.add(name)
                    places[name] = len(path)
                    path.append(name)
                    ways.append(iter(self._nodes[name].after))
                while path:
                    name = next(ways[-1], _END)
                    if name is not _END:
                        break
                    del places[path.pop()]
                    ways.pop()
                else:
                    break
        return None


_END = object()
