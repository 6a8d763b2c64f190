"""Heaps: lists in which no item is less than the one at half its place. Of a max-heap, none is greater."""


def _sift_up(heap, start, at, is_max=False):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not (heap[parent] < item if is_max else item < heap[parent]):
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sift_down(heap, at, is_max=False):
    # The smaller child (the greater one of a max-heap) moves up until a leaf is free; the item rises from there. That takes
    # fewer comparisons than stopping early, and is the order in which CPython compares.
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not (heap[right] < heap[child] if is_max else heap[child] < heap[right]):
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _sift_up(heap, start, at, is_max)


def heappush(heap, item):
    heap.append(item)
    _sift_up(heap, 0, len(heap) - 1)


def heappop(heap):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sift_down(heap, 0)
    return first


def heapreplace(heap, item):
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _sift_down(heap, 0)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_down(heap, 0)
    return item


def heapify(x):
    _heapify(x, False)


def _heapify(heap, is_max):
    for at in reversed(range(len(heap) // 2)):
        _sift_down(heap, at, is_max)


def merge(*iterables, key=None, reverse=False):
    sources = [iter(iterable) for iterable in iterables]
    heads = []
    for order, source in enumerate(sources):
        for item in source:
            heads.append((item if key is None else key(item), order, item))
            break
    while heads:
        best = heads[0]
        for head in heads:
            if (best[0] < head[0]) if reverse else (head[0] < best[0]):
                best = head
        yield best[2]
        at = heads.index(best)
        for item in sources[best[1]]:
            heads[at] = (item if key is None else key(item), best[1], item)
            break
        else:
            del heads[at]


def nsmallest(n, iterable, key=None):
    return _firsts(n, iterable, key, min, 1)


def nlargest(n, iterable, key=None):
    return _firsts(n, iterable, key, max, -1)


def _firsts(n, iterable, key, best, step):
    # As CPython: one item is the built-in's, all of them are sorted, and of more than are wanted a heap
    # keeps the firsts, the last of them on top. What is compared, and which way round, shows in errors.
    if n == 1:
        nothing = object()
        found = best(iterable, default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        size = None
    if size is not None and n >= size:
        return sorted(iterable, key=key, reverse=step < 0)[:n]
    items = iter(iterable)
    kept = []
    end = n if step > 0 else -n
    for order, item in zip(range(0, end, step), items):
        kept.append((item if key is None else key(item), order, item))
    if not kept:
        return kept
    order = end
    is_max = step > 0
    _heapify(kept, is_max)
    last = kept[0][0]
    for item in items:
        rank = item if key is None else key(item)
        if rank < last if is_max else last < rank:
            kept[0] = rank, order, item
            _sift_down(kept, 0, is_max)
            last = kept[0][0]
            order += step
    kept.sort(reverse=step < 0)
    return [item for rank, order, item in kept]

