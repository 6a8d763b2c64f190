"""`ExceptionGroup`, `BaseExceptionGroup` and `except*`."""

from templates import programs

CASES = programs(
    r"""
        import sys
        def t(f):
            try: return f()
            except BaseException as e: return type(e).__name__, str(e)
        def tryit(exc):
            log=[]
            try:
                try:
                    if exc: raise exc
                    log.append('body')
                except* ValueError as e:
                    log.append(('V', repr(e), [repr(x) for x in e.exceptions], sys.exc_info()[1] is e))
                except* (TypeError, KeyError) as e:
                    log.append(('T', repr(e)))
                else:
                    log.append('else')
                finally:
                    log.append('finally')
            except BaseException as e:
                log.append(('out', repr(e)))
            print(log)
            print('e' in dir())
        tryit(None); tryit(ValueError(1)); tryit(KeyError('a')); tryit(OSError(3)); tryit(ExceptionGroup('g',[ValueError(1),TypeError(2),OSError(3)]))
        tryit(ExceptionGroup('g',[ExceptionGroup('h',[ValueError(1),ValueError(2)]),TypeError(2)]))
        def reraise():
            try:
                raise ExceptionGroup('g',[ValueError(1),TypeError(2),OSError(3)])
            except* ValueError:
                raise
            except* TypeError as e:
                raise RuntimeError('new') from e
        def name():
            try:
                raise ValueError('n')
            except* ValueError:
                raise KeyError('k')
        for f in (reraise,name):
            try: f()
            except BaseException as e:
                print(repr(e), repr(e.__cause__), repr(e.__context__)); 
        for i in range(2):
            try: raise ExceptionGroup('x',[ValueError(i)])
            except* ValueError as e: print(e.exceptions)
        print(t(lambda: ExceptionGroup('a',[]))); print(t(lambda: ExceptionGroup('a',5))); print(t(lambda: ExceptionGroup('a',[1]))); print(t(lambda: ExceptionGroup(1,[ValueError()]))); print(t(lambda: ExceptionGroup('a'))); print(t(lambda: ExceptionGroup('a',[KeyboardInterrupt()])))
        g=BaseExceptionGroup('m',[ValueError(1),KeyError('k')]); print(type(g), g, repr(g), g.args, g.message, g.exceptions)
        print(type(BaseExceptionGroup('m',[KeyboardInterrupt()])))
        print(g.split(ValueError), g.subgroup(KeyError), g.subgroup(lambda e: False), g.split(lambda e: isinstance(e,KeyError)), g.subgroup(lambda e: True) is g)
        print(t(lambda: g.split(5))); print(t(lambda: g.split((int,))))
        class My(ExceptionGroup):
            def __new__(cls, m, e, code): 
                s=super().__new__(My,m,e); s.code=code; return s
            def derive(self, e): return My(self.message,e,self.code)
        m=My('x',[ValueError(1),TypeError(2)],7); a,b=m.split(TypeError); print(repr(a),a.code,repr(b))
        print(ExceptionGroup.__mro__, ExceptionGroup.__module__, issubclass(ExceptionGroup,Exception))
        def bad():
            try: raise ValueError(1)
            except* ExceptionGroup: pass
        print(t(bad))
        def bad2():
            try: raise ValueError(1)
            except* 5: pass
        print(t(bad2))
        try:
            raise g
        except* ValueError as e: print('V', e)
        except* KeyError as e: print('K', e)
        """
)
