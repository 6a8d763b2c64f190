"""IPython, as far as programs that were notebooks use it."""

__version__ = "9.4.0"


def get_ipython():
    """There is no interactive shell."""
    return None


def __getattr__(name):
    if name == "display":
        import IPython.display

        return IPython.display
    raise AttributeError(f"module 'IPython' has no attribute {name!r}")
