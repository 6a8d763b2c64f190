"""Deep copies."""

from templates import programs

CASES = programs(
    r"""
        import copy, sys
        def t(f):
            try: return f()
            except Exception as e: return type(e).__name__, str(e)
        from collections import deque, defaultdict, OrderedDict, Counter, namedtuple
        d=deque([1]); d.append(d); print(d, deque([d], 3)); e=copy.deepcopy(d); print(e[1] is e, e is not d)
        ---
        import copy, sys
        def t(f):
            try: return f()
            except Exception as e: return type(e).__name__, str(e)
        from collections import *
        import datetime, decimal, fractions, re, random, enum, array
        P=namedtuple('P','a b')
        class Col(enum.Enum): A=1
        class LS(list): pass
        class DS(dict): pass
        class SL:
            __slots__=('a','b')
        s=SL(); s.a=[1]
        ls=LS([1,[2]]); ls.x=[3]
        for v in [datetime.datetime(2020,1,1), datetime.timedelta(1), decimal.Decimal('1.5'), fractions.Fraction(1,2), re.compile('a'), P([1],2), Col.A, defaultdict(list,{1:[2]}), OrderedDict(a=[1]), Counter('aab'), ls, DS(a=[1]), array.array('i',[1,2]), ValueError('a',[1]), range(3), 1+2j, bytearray(b'a'), frozenset([1]), [1]*3, len, int, None, ...]:
            c=copy.deepcopy(v); print(c, c is v, type(c))
        c=copy.deepcopy(s); print(c.a, c.a is s.a, hasattr(c,'b')); print(copy.deepcopy(ls).x)
        ---
        import copy, sys
        def t(f):
            try: return f()
            except Exception as e: return type(e).__name__, str(e)
        x=[1]; a=[x,x]; b=copy.deepcopy(a); print(b[0] is b[1])
        memo={}; copy.deepcopy(a,memo); print(memo[id(x)], id(a) in memo, len(memo[id(memo)]))
        class W:
            def __deepcopy__(s,memo): return copy.deepcopy([s.__class__.__name__, sorted(type(k).__name__ for k in memo)], memo)
        print(copy.deepcopy([W(),W()]))
        print(t(lambda: copy.deepcopy(sys))); print(t(lambda: copy.deepcopy(x for x in [])))
        class Mth:
            def f(s): return s
        m=Mth(); m.l=[1]
        k=copy.deepcopy(m.f); print(k().l, k() is m)
        import random
        r=random.Random(5); r2=copy.deepcopy(r); print(r.random()==r2.random())
        """
)
