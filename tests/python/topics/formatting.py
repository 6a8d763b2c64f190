"""f-strings, format() and format specifications for every type."""

from templates import family, lines, programs

INTS = ["0", "42", "-42", "1234567", "-1234567890123456789012"]
FLOATS = ["0.0", "-0.0", "3.14159", "-1234567.891", "1e20", "1.5e-7", "float('inf')", "float('nan')", "0.5", "123456789.0"]

CASES = [
    *family("format($n, '$spec')", n=INTS, spec=["", "d", "5", "<8", ">8d", "^9", "=+8", "08", "+", " ", "-", ",", "_", "x", "#x", "X", "#b", "o", "#_b", "010,", "+,d", "*^12", "e", ".2f", ".1%", "n", "c"]),
    *family("format($x, '$spec')", x=FLOATS, spec=["", ".2f", ".0f", "e", ".3e", "g", ".3g", "G", "%", ".1%", "10.3f", "<10.2f", "^+12.1f", "012.2f", ",.2f", "_.1f", "#.0f", ".10g", "r<8", " .2f", "#g", ",", ".3", "n"]),
    *family("format($s, '$spec')", s=["'abc'", "''", "'日本'"], spec=["", "s", "6", "<6", ">6", "^6", ".2", "*>8.2s", "06", "=6", "+", "d", ",", "^7s", "-^7"]),
    *family("format($v, '$spec')", v=["True", "None", "[1]", "(1, 2)", "{'a': 1}", "1+2j", "b'x'", "int"], spec=["", "d", "5", "s", ">6"]),
    *lines("""
        f'{1:{2}}', f'{1:{"0"}{5}}', f'{3.14159:.{2}f}', f'{"x":{"*"}^{7}}'
        f'{"a"!r} {"é"!a} {5!s} {"x"!r:>6} {[1, "a"]!s:<12}|'
        f'{1 + 1=} {"a" * 2=} { 5 = } {3.14159=:.2f} {"x"=!s}'
        (lambda x, items: f'{x=} {items[0]=} {len(items)=:>4}')(7, [1, 2])
        f'{{}} {{{1}}} {"}"}'
        f"{'nested ' + f'{1 + 1}'}"
        f'{(lambda x: x * 2)(3)} {[i for i in range(3)]} { {"a": 1}["a"] } {1 if True else 2}'
        f'{1,} {1, 2} {"a", 1}'
        f'{1_000:,} {10**10:,} {0:,} {-999:,} {-1000:,} {12345.678:,.1f} {0.1234:,}'
        f'{1234567890:_} {255:_x} {255:#_b} {2**40:_x}'
        f'{5:03d} {-5:03d} {5:+03d} {-5:=6d} {5: d} {5:<3d}|{5:^4d}|'
        f'{0.1:.20f} {2.5:.0f} {3.5:.0f} {0.125:.2f} {1e-10:.3f} {1e300:.1e}'
        f'{1e5:g} {1e6:g} {123456.0:g} {1234567.0:g} {0.0001:g} {0.00001:g} {100.0:g} {1.10:g}'
        f'{1.0:.1%} {0.12345:.2%} {2:%} {-0.5:.0%}'
        f'{97:c}{0x1F600:c}|{65:5c}|{65:<5c}|'
        f'{255:x} {255:X} {255:#x} {255:#X} {255:#o} {255:#b} {-255:#x} {255:#010x} {255:08b}'
        f'{True} {True:d} {True:5} {False:>6} {True:x} {True:.1f}'
        f'{None} {None!r:>6} {...}'
        f'{"abc":.1} {"abc":5.1}| {"abc":.0}|'
        f'{3:5.2f}|{3:e}|{3:g}|{10**20:g}|{10**20:.2e}'
        f'{1.5:5}|{1.5:<5}|{1.5:05}|{-1.5:06}|{1.5:+}|{1e100:}|{1e16:}'
        f'{float("inf"):5.1f}|{float("-inf"):08.1f}|{float("nan"):+.2f}|{float("inf"):%}'
        f'{-0.0} {-0.0:.1f} {-0.001:.1f} {-0.001:z.1f} {0.0:+.0f}'
        f'{1:>{5}}|{"a":>{2 + 3}}|{1.23456:{6}.{3}}|'
        f'{"a":>5}{"b":<5}{"c":^5}|'
        rf'\\n{1}\\t', f'\\n{1}', f'{1}\\x41'
        format(5), format('a'), format(1.0), format(10**20, ','), format(1.0, '')
        format(5, 5)
        format([1], 'd')
        format({}, '5')
        format(None, '5')
        f'{5:s}'
        f'{"a":d}'
        f'{"a":.2f}'
        f'{5:.2d}'
        f'{5:,s}'
        f'{5:q}'
        f'{5:5.}'
        f'{5:,_}'
        f'{5:_,}'
        f'{5:,,}'
        f'{5:,x}'
        f'{5:#,}'
        f'{1.5:x}'
        f'{1.5:c}'
        f'{-1:c}'
        f'{0x110000:c}'
        f'{5:+c}'
        f'{"a":=5}'
        f'{"a":+}'
        f'{"a":#}'
        f'{"a":05}'
        f'{5:{"x"}{"y"}}'
        f'{5:{-5}}'
        f'{undefined}'
        f'{1/0}'
        f'{[][0]}'
        f'{5:99999999999999999999}'
        '{:5}|{:<5}|{:>5}|{:^5}'.format(1, 2, 3, 4)
        '{:.3}'.format(3.14159), '{:.3}'.format('abcdef'), '{:10.3}|'.format(3.14159)
        '{0:{1}}'.format(7, 5), '{0:{fill}{align}{width}}'.format(7, fill='*', align='^', width=9)
        '{:%Y}'.format(5)
        '{!r:>10}'.format('a'), '{!s}'.format([1]), '{!a}'.format('é')
        '{0} {0!r} {0:>4}'.format('x'), '{a[0]}{a[1]}'.format(a='xy'), '{0[1][2]}'.format([0, [1, 2, 3]])
        '{:,} {:_} {:.2e} {:%}'.format(1234567, 1234567, 1234567, 0.25)
        '{:<10}{:>8.2f}{:^7}'.format('name', 3.14159, True)
        ' '.join(f'{k}={v!r}' for k, v in {'a': 1, 'b': 'x'}.items())
        '\\n'.join(f'{name:<10}{score:>6.1f}' for name, score in [('Ann', 9.25), ('Bob', 10)])
    """),
    *programs("""
        class Money:
            def __init__(self, amount):
                self.amount = amount
            def __format__(self, spec):
                return f'<{spec}>{self.amount:{spec or ".2f"}}'
            def __str__(self):
                return f'${self.amount}'
            def __repr__(self):
                return f'Money({self.amount!r})'
        m = Money(12.5)
        print(f'{m} {m:.1f} {m!s:>8} {m!r:>14} {m=}')
        print('{:.3f} {}'.format(m, [m]), format(m), format(m, '08.2f'))
        ---
        class Plain:
            def __str__(self):
                return 'plain'
        print(f'{Plain()} {Plain()!s:>8}')
        print(f'{Plain():>8}')
        ---
        class Bad:
            def __format__(self, spec):
                return 5
        print(f'{Bad()}')
        ---
        class Bad:
            def __repr__(self):
                return 5
        print(f'{Bad()!r}')
        ---
        class Bad:
            def __str__(self):
                return None
        print(str(Bad()))
        ---
        width, precision, value = 12, 3, 2 / 3
        for align in '<>^=':
            print(f'[{value:{align}{width}.{precision}f}] [{value:*{align}{width}.{precision}%}]')
        ---
        rows = [('apples', 3, 1.2), ('kiwis', 12, 0.25), ('melons', 100, 30)]
        for name, count, price in rows:
            print(f'{name:10}|{count:>5}|{price:8.2f}|{count * price:>+10,.2f}')
        ---
        name = 'x'
        print(f'{name!r:^10}|{name!s:~<4}|{name=}|{name = }|{name=!s:>3}|{name+"y"=}')
        ---
        x = 10
        print(f'{x:=^20}|{x:>+8.1e}|{x!r:>5}|{x:b}|{x/3:.3f}')
        print(f"{x:{'>' if x > 5 else '<'}6}|")
        ---
        import datetime
        d = datetime.datetime(2024, 2, 29, 13, 5, 9)
        print(f'{d} {d:%Y/%m/%d} {d:%H:%M} {d!r} {d.date()} {d:}')
        print('{:%d %B %Y, %A}'.format(d), format(d.date(), '%j'), format(d))
    """),
]
