"""Figures that a function changes from time to time."""

import itertools

_waiting = []


class FuncAnimation:
    def __init__(self, fig, func, frames=None, init_func=None, fargs=None, save_count=None, *, interval=200,
                 repeat=True, blit=False, cache_frame_data=True, repeat_delay=0, **kwargs):
        self.figure = fig
        self._func = func
        self._frames = frames
        self._args = tuple(fargs or ())
        self._init = init_func
        self._interval = interval
        self._repeat = repeat
        self.event_source = self
        self._stopped = False
        _waiting.append(self)

    def new_frame_seq(self):
        frames = self._frames
        if frames is None:
            return itertools.count()
        if callable(frames):
            return iter(frames())
        return iter(range(frames) if isinstance(frames, int) else frames)

    def start(self, *args):
        self._stopped = False

    def stop(self, *args):
        self._stopped = True

    pause = stop
    resume = start

    def save(self, filename, *args, **kwargs):
        raise NotImplementedError("Animation.save: Brooklet writes single figures, with savefig")

    def to_jshtml(self, *args, **kwargs):
        raise NotImplementedError("Animation.to_jshtml: in Brooklet plt.show() runs the animation")

    to_html5_video = to_jshtml


class ArtistAnimation(FuncAnimation):
    def __init__(self, fig, artists, **kwargs):
        super().__init__(fig, self._show_only, artists, **kwargs)
        self._all = [one for group in artists for one in group]

    def _show_only(self, group):
        for one in self._all:
            one.set_visible(one in group)


def run(figures):
    """Runs the animations of the figures that `show` shows, until they have no more frames."""
    import time

    mine = [one for one in _waiting if one.figure in figures]
    for one in mine:
        _waiting.remove(one)
        if one._init is not None:
            one._init()
    due = []
    for at, one in enumerate(mine):
        _plan(due, 0.0, at, one, one.new_frame_seq())
    now = 0.0
    while due:
        due.sort(key=lambda each: each[:2])
        when, at, one, frames, frame = due.pop(0)
        if when > now:
            time.sleep((when - now) / 1000)
            now = when
        if not one._stopped:
            one._func(frame, *one._args)
            one.figure.show_if_stale()
            _plan(due, when + one._interval, at, one, frames)


def _plan(due, when, at, one, frames):
    """Notes when an animation has its next frame, if it has one."""
    for frame in frames:
        due.append((when, at, one, frames, frame))
        return
