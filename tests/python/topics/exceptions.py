"""Exceptions: try statements, chaining, custom classes, args, str and repr."""

from templates import family, lines, programs

KINDS = ["Exception", "ValueError", "TypeError", "KeyError", "IndexError", "RuntimeError", "StopIteration", "OSError", "AssertionError", "ZeroDivisionError", "AttributeError",
         "NameError", "NotImplementedError", "LookupError", "ArithmeticError", "UnicodeError", "EOFError", "MemoryError", "RecursionError", "OverflowError", "ImportError", "PermissionError",
         "TimeoutError", "FileNotFoundError", "SystemExit", "KeyboardInterrupt", "GeneratorExit", "Warning", "UserWarning", "DeprecationWarning", "SyntaxError", "BaseException"]

CASES = [
    *family("(lambda e: (e, str(e), repr(e), e.args))($kind($args))", kind=KINDS[:8], args=["", "'text'", "5", "'a', 1", "None", "''", "['x']", "KeyError('k')", "'it\\'s'"]),
    *family("$kind('m'), issubclass($kind, Exception), [c.__name__ for c in $kind.__mro__]", kind=KINDS),
    *programs("\n---\n".join(f"""def run():
    {body}
try:
    run()
except {kind} as e:
    print('caught', type(e).__name__, e, e.args)
else:
    print('fine')
finally:
    print('finally')
print('after')""" for body in ["1 / 0", "{}['k']", "[][1]", "int('x')", "raise RuntimeError('r')", "pass", "None.x", "undefined", "'a' + 1", "next(iter(()))", "assert 0, 'why'", "open('no_such_file')"]
        for kind in ["Exception", "(KeyError, IndexError)", "ArithmeticError"])),
    *programs("""
        def f(x):
            try:
                print('try', x)
                if x == 1: return 'returned'
                if x == 2: raise ValueError('two')
                if x == 3: raise KeyError('three')
            except ValueError as e:
                print('except', e)
                return 'from except'
            else:
                print('else')
            finally:
                print('finally', x)
            return 'end'
        print(f(0), f(1), f(2))
        f(3)
        ---
        def f():
            try:
                return 'try'
            finally:
                return 'finally'
        def g():
            try:
                1 / 0
            finally:
                return 'swallowed'
        def h():
            for i in range(3):
                try:
                    if i == 0: continue
                    if i == 2: break
                    print('i', i)
                finally:
                    print('fin', i)
            return i
        print(f(), g(), h())
        ---
        try:
            try:
                1 / 0
            except ZeroDivisionError as e:
                raise ValueError('wrapped') from e
        except ValueError as e:
            print(e, repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
        try:
            try:
                1 / 0
            except ZeroDivisionError:
                raise ValueError('implicit')
        except ValueError as e:
            print(e, e.__cause__, repr(e.__context__), e.__suppress_context__)
        try:
            raise ValueError('x') from None
        except ValueError as e:
            print(e.__cause__, e.__suppress_context__)
        raise ValueError from 5
        ---
        class AppError(Exception):
            pass
        class NotFound(AppError):
            def __init__(self, name, code=404):
                super().__init__(f'{name} not found')
                self.name, self.code = name, code
        class Quiet(AppError):
            def __str__(self): return 'quiet!'
        for error in [AppError(), AppError('a', 'b'), NotFound('x'), Quiet('loud')]:
            try:
                raise error
            except NotFound as e:
                print('nf', e, e.code, e.args, repr(e))
            except AppError as e:
                print('app', e, e.args, repr(e))
        raise NotFound('page', code=500)
        ---
        class E(Exception): pass
        raise E
        ---
        class E(Exception): pass
        raise E('one', 2)
        ---
        class E(ValueError): 
            "Documented."
            code = 7
        try:
            raise E
        except ValueError as e:
            print(type(e).__name__, e.code, e.__doc__, isinstance(e, Exception), str(e) == '')
        ---
        class E(Exception):
            def __init__(self, a, b):
                self.a = a
        e = E(1, 2)
        print(e.args, str(e), repr(e))
        E(1)
        ---
        try:
            raise KeyError('a')
        except (ValueError, KeyError) as e:
            print(e, repr(e), str(e), e.args[0])
        try:
            {}[1, 'x']
        except LookupError as e:
            print(e, type(e).__name__)
        try:
            {}['it\\'s']
        except KeyError as e:
            print(e, f'{e!r} {e!s}')
        ---
        try:
            int('zz')
        except ValueError as e:
            error = e
        print(error)
        e
        ---
        try:
            raise ValueError('a')
        except TypeError:
            print('no')
        ---
        try:
            1 / 0
        except 5:
            pass
        ---
        try:
            1 / 0
        except (KeyError, 'x'):
            pass
        ---
        try:
            1 / 0
        except undefined:
            pass
        ---
        raise 5
        ---
        raise 'text'
        ---
        raise None
        ---
        raise int
        ---
        raise
        ---
        def f():
            raise
        try:
            1 / 0
        except ZeroDivisionError:
            f()
        ---
        try:
            try:
                raise KeyError('k')
            except KeyError:
                print('log')
                raise
        except LookupError as e:
            print('outer', e)
        ---
        def nested():
            try:
                try:
                    [][0]
                finally:
                    print('inner finally')
            except IndexError:
                print('handled')
                {}['next']
            finally:
                print('outer finally')
        nested()
        ---
        def retry(f, times):
            for attempt in range(1, times + 1):
                try:
                    return f(attempt)
                except ValueError as e:
                    print(f'attempt {attempt}: {e}')
            raise RuntimeError(f'gave up after {times}') 
        def flaky(n):
            if n < 3: raise ValueError(f'bad {n}')
            return 'ok'
        print(retry(flaky, 5))
        retry(flaky, 2)
        ---
        import traceback
        def f(): return g()
        def g(): return 1 / 0
        try:
            f()
        except ZeroDivisionError as e:
            print(e.__traceback__ is not None, type(e.__traceback__).__name__, traceback.format_exception_only(type(e), e))
        ---
        e = ValueError('x')
        e.add_note('n1')
        e.extra = 5
        print(e.__notes__, e.extra, e == ValueError('x'), e == e, e.with_traceback(None) is e)
        ---
        try:
            raise SystemExit(2)
        except SystemExit as e:
            print(e.code, repr(e), isinstance(e, Exception))
        import sys
        try:
            sys.exit('bye')
        except SystemExit as e:
            print(e.code, e)
        try:
            sys.exit()
        except BaseException as e:
            print(e.code, repr(e))
        ---
        try:
            open('no_such_file.txt')
        except FileNotFoundError as e:
            print(e, e.errno, e.strerror, e.filename, repr(e))
        e = OSError(13, 'Denied', 'f.txt')
        print(e, type(e).__name__, e.args)
        open('no_such_folder/x', 'w')
        ---
        try:
            'é'.encode('ascii')
        except UnicodeEncodeError as e:
            print(e, e.encoding, e.start, e.end, e.reason, e.object)
        b'\\xff'.decode()
        ---
        try:
            raise ExceptionGroup('many', [ValueError('a'), KeyError('b'), TypeError('c')])
        except* ValueError as g:
            print('values', g.exceptions)
        except* (KeyError, TypeError) as g:
            print('others', len(g.exceptions), g.message)
        ---
        try:
            next(iter([]))
        except StopIteration as e:
            print(repr(e), e.value, e.args)
        e = StopIteration(5)
        print(e.value, e)
        ---
        errors = []
        for text in ['1', 'x', '2.5', '', None, [], '7']:
            try:
                errors.append(int(text))
            except ValueError as e:
                errors.append(str(e))
            except TypeError as e:
                errors.append(str(e))
        for e in errors:
            print(e)
        ---
        for f in [lambda: 1 / 0, lambda: {}['k'], lambda: [].pop(), lambda: int('q'), lambda: 'a' + 1, lambda: undefined, lambda: None.x, lambda: [1][5], lambda: (1,)[3], lambda: ''[0],
                  lambda: float('x'), lambda: {}.popitem(), lambda: set().pop(), lambda: max([]), lambda: [1, 'a'].sort(), lambda: len(5), lambda: 5(), lambda: [][::0], lambda: next(iter(())),
                  lambda: chr(-1), lambda: ord('ab'), lambda: [].remove(1), lambda: [].index(1), lambda: 'a'.index('b'), lambda: {}[[]], lambda: 2 ** -1 // 0, lambda: 1 % 0, lambda: 1.5 % 0,
                  lambda: divmod(1, 0), lambda: pow(0, -1), lambda: range(0, 1, 0), lambda: bytes(-1), lambda: bytes([256]), lambda: 'x' * 'y', lambda: [] + (), lambda: int([]), lambda: sum('ab')]:
            try:
                f()
            except Exception as e:
                print(f'{type(e).__name__}: {e}')
        ---
        def check(x):
            if not x:
                raise ValueError
            return x
        try:
            check(0)
        except ValueError as e:
            print(repr(e), str(e) == '', e.args, bool(e))
        check('')
        ---
        try:
            exec_error = 1
            raise NotImplementedError('later')
        except RuntimeError as e:
            print('is a RuntimeError:', e)
        try:
            try:
                raise ValueError(1)
            finally:
                raise TypeError(2)
        except Exception as e:
            print(repr(e), repr(e.__context__))
        ---
        def gen():
            try:
                yield 1
                yield 2
            except Exception as e:
                print('in gen', repr(e))
                raise
        for x in gen():
            if x == 2:
                raise ValueError('loop')
            print(x)
    """),
    *lines("""
        ValueError('a') == ValueError('a'), ValueError('a').args == ('a',), ValueError.__name__, ValueError.__doc__
        KeyError('a').args[0], str(KeyError('a')), str(KeyError('a', 'b')), str(KeyError()), str(KeyError(1)), str(KeyError(('x', 1)))
        str(Exception('a', 1)), str(Exception(('a', 1))), repr(Exception(['x'])), repr(Exception('a\\nb')), str(Exception(None))
        isinstance(KeyError(), LookupError), isinstance(ZeroDivisionError(), ArithmeticError), issubclass(FileNotFoundError, OSError), IOError is OSError, issubclass(ModuleNotFoundError, ImportError)
        issubclass(KeyboardInterrupt, Exception), issubclass(RecursionError, RuntimeError), issubclass(UnicodeDecodeError, ValueError), issubclass(StopIteration, Exception)
        UnicodeDecodeError('utf-8', b'x', 0, 1, 'why'), str(UnicodeDecodeError('utf-8', b'\\xffx', 0, 1, 'why')), repr(OSError(2, 'No', 'f')), str(OSError(2, 'No', 'f')), str(OSError('just text'))
        ValueError('x').foo
        ValueError(x=1)
        ImportError('m', name='n').name, NameError('m', name='n').name, AttributeError('m', name='a', obj=1).name, StopIteration(3).value, SystemExit(3).code
    """),
    *programs('''
        import sys, traceback
        class Watch:
            def __enter__(self): return self
            def __exit__(self, kind, value, tb):
                print(kind.__name__, value, tb.tb_lineno, tb.tb_next is None, tb.tb_frame.f_code.co_name)
                return True
        def inner(x):
            return 10 // x
        def outer(x):
            return inner(x) + 1
        with Watch():
            outer(0)
        try:
            outer(0)
        except ZeroDivisionError as error:
            kind, value, tb = sys.exc_info()
            print(kind, value is error, tb.tb_lineno, tb.tb_next.tb_lineno, type(tb).__name__, tb.tb_lineno == error.__traceback__.tb_lineno)
            steps = traceback.extract_tb(tb)
            print([(step.name, step.lineno) for step in steps], steps[-1].name, list(steps[0])[:3], steps)
            print([text.splitlines()[0].split(",", 1)[1] for text in traceback.format_tb(tb)], len(traceback.format_tb(tb, 1)))
            print([line for _, line in traceback.walk_tb(tb)])
            kept = error.__traceback__
        print(ValueError("x").__traceback__, sys.exc_info())
        try:
            raise RuntimeError("again").with_traceback(kept)
        except RuntimeError as error:
            print([step.name for step in traceback.extract_tb(error.__traceback__)])
        try:
            ValueError().__traceback__ = 5
        except TypeError as error:
            print(error)
    '''),
]
