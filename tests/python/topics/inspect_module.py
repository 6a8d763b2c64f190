"""`inspect` and `optparse`."""

from templates import lines, programs

CASES = [
    *lines(
        """
        str(inspect.signature(f)), str(inspect.signature(lambda a: 1)), str(inspect.signature(C)), str(inspect.signature(C().m)), str(inspect.signature(C.m)), str(inspect.signature(g)), str(inspect.signature(functools.partial(f, 1, c=5)))
        inspect.signature(f), inspect.signature(f).parameters['b'], inspect.signature(f).parameters['a'].kind, inspect.signature(f).return_annotation, inspect.signature(f).parameters['a'].default is inspect.Parameter.empty
        [(p.name, p.kind.name, p.kind.description) for p in inspect.signature(f).parameters.values()]
        inspect.signature(f).bind(1, 2, 3, c=4, z=5).arguments, inspect.signature(f).bind(1, c=2).args
        inspect.signature(f).bind()
        inspect.signature(g).bind(1, 2, 3, 4)
        inspect.signature(5)
        inspect.getfullargspec(f)
        inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C().m), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.isgeneratorfunction(gen), inspect.isgenerator(gen()), inspect.iscoroutinefunction(co), inspect.isroutine(f), inspect.isabstract(C)
        [name for name, value in inspect.getmembers(C) if not name.startswith('__')], inspect.getmembers(C(), inspect.ismethod)[0][0]
        inspect.getdoc(C), inspect.cleandoc('  a\\n    b\\n    c\\n'), inspect.getmro(C) == C.__mro__, inspect.getmodule(inspect).__name__
        inspect.unwrap(wrapped) is f, str(inspect.signature(wrapped))
        """,
        code='''
import functools, inspect
def f(a, b: int = 2, *args, c, d="x", **kw) -> str:
    """What f does."""
def g(a, /, b, *, c=1): pass
class C:
    """A class.

        Indented.
    """
    x = 1
    def __init__(self, size=3): pass
    def m(self, other): pass
def gen(): yield
async def co(): pass
@functools.wraps(f)
def wrapped(*args): pass
''',
    ),
    *programs(
        r"""
        import optparse
        parser = optparse.OptionParser(usage="usage: %prog [options] arg", version="%prog 1.0", prog="tool", description="Does things.")
        parser.add_option("-f", "--file", dest="filename", help="write report to FILE", metavar="FILE")
        parser.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="don't print status messages to stdout")
        parser.add_option("-n", type="int", default=3, help="a number [default: %default]")
        parser.add_option("--rate", type="float", help="a rate that has a rather long text which does not fit into one line of a terminal")
        parser.add_option("-v", action="count", dest="level", default=0)
        parser.add_option("-I", action="append", dest="paths")
        parser.add_option("--mode", type="choice", choices=["a", "b"])
        group = optparse.OptionGroup(parser, "More", "Other options.")
        group.add_option("--debug", action="store_true", help="show more")
        parser.add_option_group(group)
        options, args = parser.parse_args(["-f", "out.txt", "-vv", "x", "-n5", "--rate=0.5", "-I", "a", "-Ib", "--mode", "b", "--deb", "y"])
        print(options.filename, options.verbose, options.n, options.rate, options.level, options.paths, options.mode, options.debug, args)
        print(parser.format_help())
        print(parser.get_usage(), parser.get_version())
        for wrong in (["--nope"], ["-n", "x"], ["-f"], ["--mode", "c"], ["--rate"]):
            try:
                parser.parse_args(wrong)
            except SystemExit as error:
                print("exit", error.code)
        options, args = parser.parse_args([])
        print(options, args)
        """
    ),
]
