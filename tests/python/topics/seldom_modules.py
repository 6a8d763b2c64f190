"""Modules that few programs import."""

from templates import lines, programs

CASES = [
    *lines(
        r"""
        html.escape('<a href="x">&\'</a>'), html.escape('"', quote=False), html.unescape('&lt;&eacute;&#39;&#x41;&amp;&notanentity;&copy&nbsp;x &#128; &#0;'), html.unescape('&notit; &unknown &lang;')
        len(html.entities.html5), html.entities.name2codepoint['alpha'], html.entities.codepoint2name[233], html.entities.entitydefs['amp'], html.entities.html5['NotEqualTilde;']
        ast.literal_eval('[1, 2.5, -3, "a", b"b", None, True, (1,), {1: 2}, {3}, 1+2j]'), ast.literal_eval(' {"a": [1, (2, 3)]} '), ast.literal_eval('1, 2'), ast.literal_eval("'a' 'b'"), ast.literal_eval('()'), ast.literal_eval('(1)'), ast.literal_eval('set()'), ast.literal_eval('0x1f'), ast.literal_eval('{}'), ast.literal_eval('[\n1,\n2,\n]'), ast.literal_eval('1e5'), ast.literal_eval(r"'\n\x41'")
        ast.literal_eval('[1, 2')
        shlex.split('a "b c" d\\ e \'f g\' # x'), shlex.split('a # b', comments=True), shlex.quote("it's"), shlex.quote('plain'), shlex.join(['a b', 'c'])
        shlex.split('"a')
        getopt.getopt(['-a', '-b', 'x', '--long=5', '--flag', 'rest'], 'ab:', ['long=', 'flag']), getopt.gnu_getopt(['a', '-x', 'b'], 'x'), getopt.getopt(['--ve'], '', ['verbose'])
        getopt.getopt(['-z'], 'a')
        getopt.getopt(['-a'], 'a:')
        getopt.getopt(['--nope'], '', ['x'])
        keyword.iskeyword('for'), keyword.iskeyword('x'), len(keyword.kwlist), keyword.softkwlist
        errno.ENOENT, errno.errorcode[2], errno.ECONNREFUSED, stat.S_ISDIR(0o040755), stat.filemode(0o100644), stat.filemode(0o041777)
        platform.system(), platform.python_implementation(), platform.python_version()[:4], platform.architecture(), platform.machine(), platform.python_version_tuple()[:2]
        int(signal.SIGINT), signal.SIGTERM, signal.SIG_DFL, signal.Signals(2).name, signal.getsignal(signal.SIGTERM), signal.SIGALRM
        signal.signal(99, print)
        signal.signal(signal.SIGTERM, 5)
        signal.signal(signal.SIGTERM, lambda *a: None), signal.signal(signal.SIGTERM, signal.SIG_DFL) is not None
        gc.collect() >= 0, gc.isenabled(), gc.get_threshold()
        locale.getpreferredencoding(False).lower().replace('-', ''), locale.localeconv()['decimal_point'], locale.atof('1.5'), locale.str(2.5), locale.format_string('%d', 5)
        len(secrets.token_hex(8)), len(secrets.token_bytes(4)), 0 <= secrets.randbelow(5) < 5, secrets.choice([3]), secrets.compare_digest('a', 'a')
        secrets.randbelow(0)
        ipaddress.ip_address('10.0.0.1'), ipaddress.ip_address('::1'), ipaddress.ip_address(3232235777), int(ipaddress.ip_address('1.2.3.4')), ipaddress.ip_address('10.0.0.9') + 250, ipaddress.ip_address('2001:db8::8:800:200c:417a').exploded
        ipaddress.ip_network('192.168.1.5/24', strict=False), list(ipaddress.ip_network('10.0.0.0/30').hosts()), ipaddress.ip_address('10.9.9.9') in ipaddress.ip_network('10.0.0.0/8'), ipaddress.ip_network('10.0.0.0/255.0.0.0').num_addresses, [str(n) for n in ipaddress.ip_network('10.0.0.0/24').subnets(2)], ipaddress.ip_network('10.0.1.0/24').supernet(new_prefix=16), ipaddress.ip_network('10.0.0.0/29')[-1]
        [(a, ipaddress.ip_address(a).is_private, ipaddress.ip_address(a).is_global, ipaddress.ip_address(a).is_multicast, ipaddress.ip_address(a).is_loopback) for a in ('8.8.8.8', '10.1.1.1', '127.0.0.1', '224.0.0.1', '::1', 'fe80::1', '2001:4860::1')]
        ipaddress.ip_interface('192.168.1.7/24'), ipaddress.ip_interface('192.168.1.7/24').network, ipaddress.ip_interface('192.168.1.7/24').with_netmask, ipaddress.ip_address('1.2.3.4').reverse_pointer, format(ipaddress.ip_address('1.2.3.4'), '#_b'), sorted([ipaddress.ip_address('10.0.0.2'), ipaddress.ip_address('9.0.0.1')])
        ipaddress.ip_address('300.1.1.1')
        ipaddress.IPv4Address('1.2.3.256')
        ipaddress.IPv4Address('1.2.3.04')
        ipaddress.IPv6Address('1::2::3')
        ipaddress.ip_network('192.168.1.5/24')
        ipaddress.ip_network('10.0.0.0/33')
        ipaddress.ip_address('1.2.3.4') < ipaddress.ip_address('::1')
        difflib.SequenceMatcher(None, 'abxcd', 'abcd').ratio(), difflib.SequenceMatcher(None, 'abxcd', 'abcd').get_opcodes(), difflib.SequenceMatcher(lambda c: c == ' ', 'private Thread', 'private volatile Thread').get_matching_blocks(), difflib.SequenceMatcher(None, 'tide', 'diet').quick_ratio()
        difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('x', ['abc']), list(difflib.unified_diff(['a\n', 'b\n', 'c\n'], ['a\n', 'x\n', 'c\n'], 'old', 'new')), list(difflib.context_diff(['a', 'b'], ['a', 'c', 'd'], lineterm=''))
        list(difflib.ndiff('one\ntwo\nthree\n'.splitlines(True), 'ore\ntree\nemu\n'.splitlines(True))), list(difflib.restore(difflib.ndiff(['a\n', 'b\n'], ['a\n', 'c\n']), 2))
        difflib.get_close_matches('x', [], n=0)
        list(graphlib.TopologicalSorter({'d': {'b', 'c'}, 'b': ['a'], 'c': ['a']}).static_order())[0], list(graphlib.TopologicalSorter({3: [2], 2: [1]}).static_order())
        list(graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
        reprlib.repr(list(range(20))), reprlib.repr('x' * 50), reprlib.repr({i: 'v' * 40 for i in range(6)}), reprlib.repr(10 ** 60), reprlib.repr({3, 1, 2}), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr((1,))
        timeit.timeit('1 + 1', number=10) >= 0, len(timeit.repeat(lambda: None, repeat=2, number=1)), timeit.default_number
        """,
        code="import ast, errno, gc, getopt, html, html.entities, keyword, locale, platform, secrets, shlex, signal, stat, timeit\n",
    ),
    *programs(
        r"""
        import configparser, io
        parser = configparser.ConfigParser()
        parser.read_string('''
        [DEFAULT]
        Compression = yes
        Level = 9

        [server]
        host = example.com
        url : http://%(host)s/%(path)s
        path = a%%b
        port=8080
        ; comment
        # another
        multi = one
            two

            three
        [empty]
        '''.replace("\n        ", "\n"))
        print(parser.sections(), parser.options("server"), parser["server"]["url"])
        print(parser.getint("server", "port"), parser.getboolean("server", "compression"), parser.getfloat("server", "level"))
        print(repr(parser.get("server", "multi")), parser.get("server", "no", fallback="none"), parser["server"].getint("port"))
        print(parser.has_option("server", "HOST"), "server" in parser, list(parser), dict(parser["empty"]), parser.items("empty"))
        for call in (lambda: parser.get("server", "missing"), lambda: parser.get("nope", "x"), lambda: parser["nope"], lambda: parser.getboolean("server", "host"), lambda: parser.add_section("server"), lambda: parser.set("server", "a", 5)):
            try:
                call()
            except Exception as error:
                print(type(error).__name__, error)
        parser["new"] = {"a": "1", "b": "x\ny"}
        parser.set("server", "port", "9")
        parser.remove_option("server", "multi")
        out = io.StringIO()
        parser.write(out)
        print(out.getvalue())
        ---
        import configparser
        for text in ("a = 1\n", "[s]\na = 1\na = 2\n", "[s]\n[s]\n", "[s]\nnothing\n", "[s]\nx = %(y)s\n"):
            parser = configparser.ConfigParser()
            try:
                parser.read_string(text)
                print(parser.get("s", "x"))
            except configparser.Error as error:
                print(type(error).__name__, error)
        parser = configparser.ConfigParser(allow_no_value=True, interpolation=configparser.ExtendedInterpolation())
        parser.read_string("[a]\nkey\nx = 1\n[b]\ny = ${a:x}2\n")
        print(parser.get("a", "key"), parser.get("b", "y"))
        print(parser.read(["missing.ini"]))
        with open("app.ini", "w") as out:
            out.write("[x]\nv=1\n")
        print(parser.read("app.ini"), parser["x"]["v"], parser.defaults())
        raw = configparser.RawConfigParser()
        raw.read_dict({"s": {"a": 1, "b": "%(x)s"}})
        print(raw.get("s", "b"), raw["s"]["a"], raw)if False else print(raw.get("s", "b"), raw["s"]["a"])
        ---
        from html.parser import HTMLParser
        class Shown(HTMLParser):
            def handle_starttag(self, tag, attrs):
                print("start", tag, attrs)
            def handle_endtag(self, tag):
                print("end", tag)
            def handle_data(self, data):
                print("data", repr(data))
            def handle_comment(self, data):
                print("comment", data)
            def handle_decl(self, decl):
                print("decl", decl)
            def handle_startendtag(self, tag, attrs):
                print("empty", tag, attrs)
        shown = Shown()
        shown.feed('<!DOCTYPE html><html><body class="a b" ID=x checked>Hi &amp; <b>bold</b><br/><!-- note --><a href=\'u?x=1&amp;y\'>l</a>')
        shown.feed("<script>if (a < b) {}</script><p>1 < 2</p></bo")
        shown.feed("dy>")
        shown.close()
        print(shown.getpos())
        ---
        import sched, linecache, reprlib
        now, out = [0], []
        def wait(seconds):
            now[0] += seconds
            out.append(seconds)
        events = sched.scheduler(lambda: now[0], wait)
        events.enter(5, 1, out.append, ("late",))
        events.enter(3, 2, lambda *args, **options: out.append((args, options)), (1,), {"z": 2})
        events.enterabs(3, 1, out.append, ("first",))
        gone = events.enter(4, 1, out.append, ("gone",))
        events.cancel(gone)
        print([event[:3] for event in events.queue], events.empty(), events.run(blocking=False))
        events.run()
        print(out, now, events.empty())
        try:
            events.cancel(gone)
        except ValueError as error:
            print(error)
        with open("three.txt", "w") as file:
            file.write("a\nb\nc")
        print([linecache.getline("three.txt", at) for at in range(5)], linecache.getlines("none.txt"))
        class Ring:
            @reprlib.recursive_repr("<...>")
            def __repr__(self):
                return f"<{self.next!r}>"
        ring = Ring()
        ring.next = [ring]
        print(ring)
        ---
        import fileinput
        for name, text in (("a.txt", "1\n2\n"), ("b.txt", "3\n")):
            with open(name, "w") as out:
                out.write(text)
        for line in fileinput.input(files=("a.txt", "b.txt")):
            print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), line.rstrip())
        fileinput.close()
        with fileinput.input("a.txt") as lines:
            print(list(lines))
        ---
        import weakref, contextvars
        class Node:
            pass
        node = Node()
        reference = weakref.ref(node)
        print(reference() is node)
        try:
            weakref.ref(5)
        except TypeError as error:
            print(error)
        level = contextvars.ContextVar("level", default=1)
        token = level.set(2)
        print(level.get())
        level.reset(token)
        print(level.get(), level.name)
        ---
        from __future__ import annotations
        from functools import singledispatch
        class P:
            pass
        @singledispatch
        def show(x): return "object"
        @show.register
        def _(x: int): return "int"
        @show.register
        def _(x: P) -> str: return "P"
        print(show(1), show("a"), show(P()))
        """
    ),
]
