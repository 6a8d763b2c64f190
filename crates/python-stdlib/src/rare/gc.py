"""The collector of garbage: objects go with their last reference here."""

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_enabled = True
_threshold = (700, 10, 10)


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def collect(generation=2):
    return 0


def get_threshold():
    return _threshold


def set_threshold(*thresholds):
    global _threshold
    _threshold = (*thresholds, *_threshold[len(thresholds):])


def get_count():
    return 0, 0, 0


def freeze():
    pass


unfreeze = freeze


def get_objects(generation=None):
    raise NotImplementedError("gc.get_objects() is not supported by Brooklet")
