"""Tests: `TestCase`, suites, a runner of text, `main`. Results go to the standard error, as in CPython."""

import difflib
import pprint
import re
import sys
import time
import traceback

_MAX_LENGTH = 80


class SkipTest(Exception):
    """Raise this exception in a test to skip it."""


class _ExpectedFailure(Exception):
    pass


def _short(value, cut=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text[:_MAX_LENGTH] + " [truncated]..." if cut and len(text) >= _MAX_LENGTH else text


def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            skipped.__name__ = item.__name__
            skipped.__doc__ = item.__doc__
            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


class _Raises:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case = case
        self.expected = expected
        self.pattern = re.compile(pattern) if isinstance(pattern, str) else pattern
        self.msg = msg
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        expected = self.expected
        if kind is None:
            name = getattr(expected, "__name__", None) or str(expected)
            self.case.fail(self.case._formatMessage(self.msg, f"{name} not raised"))
        if not issubclass(kind, expected):
            return False
        self.exception = value
        if self.pattern is not None and not self.pattern.search(str(value)):
            self.case.fail(self.case._formatMessage(self.msg, f'"{self.pattern.pattern}" does not match "{value}"'))
        return True


class TestCase:
    """A class whose instances are single test cases."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._testMethodDoc = getattr(method, "__doc__", None)
        self._cleanups = []
        self._subtest = None
        self._result = None

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def __call__(self, result=None):
        return self.run(result)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def run(self, result=None):
        result = TestResult() if result is None else result
        result.startTest(self)
        method = getattr(self, self._testMethodName)
        try:
            for skipped in type(self), method:
                if getattr(skipped, "__unittest_skip__", False):
                    result.addSkip(self, skipped.__unittest_skip_why__)
                    return result
            self._result = result
            self._failed = False
            expecting = getattr(method, "__unittest_expecting_failure__", False)
            if self._part(self.setUp, False, result):
                self._part(method, expecting, result)
                self._part(self.tearDown, False, result)
            self._part(self.doCleanups, False, result)
            if not self._failed:
                if expecting:
                    result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
        finally:
            result.stopTest(self)
        return result

    def _part(self, act, expecting, result):
        try:
            act()
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as reason:
            result.addSkip(self, str(reason))
        except BaseException as raised:
            error = type(raised), raised, raised.__traceback__
            if expecting:
                result.addExpectedFailure(self, error)
            elif isinstance(raised, self.failureException):
                result.addFailure(self, error)
            else:
                result.addError(self, error)
        self._failed = True
        return False

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f"{standard} : {msg}"

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, holds, msg, standard):
        if not holds:
            self.fail(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, f"{_short(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, f"{_short(expr)} is not false")

    def assertEqual(self, first, second, msg=None):
        kind = type(first)
        own = _BY_TYPE.get(kind) if kind is type(second) else None
        if own is not None:
            getattr(self, own)(first, second, msg)
        elif not first == second:
            a, b = _common_shortened(first, second)
            self.fail(self._formatMessage(msg, f"{a} != {b}"))

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, f"{_short(first)} == {_short(second)}")

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, f"{_short(expr1)} is not {_short(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, f"unexpectedly identical: {_short(expr1)}")

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, f"{_short(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, f"{_short(member)} not found in {_short(container)}")

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, f"{_short(member)} unexpectedly found in {_short(container)}")

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, f"{_short(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, f"{_short(obj)} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, f"{_short(a)} not less than {_short(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, f"{_short(a)} not less than or equal to {_short(b)}")

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, f"{_short(a)} not greater than {_short(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, f"{_short(a)} not greater than or equal to {_short(b)}")

    def _near(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f"{_short(delta)} delta ({_short(difference)} difference)", difference
        places = 7 if places is None else places
        return round(difference, places) == 0, f"{places!r} places", difference

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, within, difference = self._near(first, second, places, delta)
        tail = "" if delta is not None else f" ({_short(difference)} difference)"
        self._check(near, msg, f"{_short(first)} != {_short(second)} within {within}{tail}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, within, _ = self._near(first, second, places, delta)
        self._check(first != second and not near, msg, f"{_short(first)} == {_short(second)} within {within}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raising(_Raises(self, expected_exception, None, kwargs.pop("msg", None) if not args else None), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        msg = kwargs.pop("msg", None) if not args else None
        return self._raising(_Raises(self, expected_exception, expected_regex, msg), args, kwargs)

    def _raising(self, context, args, kwargs):
        if not args:
            return context
        function, *args = args
        with context:
            function(*args, **kwargs)

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex) if isinstance(expected_regex, str) else expected_regex
        self._check(pattern.search(text), msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, str) else unexpected_regex
        found = pattern.search(text)
        if found:
            shown = text[found.start():found.end()]
            self.fail(self._formatMessage(msg, f"Regex matched: {shown!r} matches {pattern.pattern!r} in {text!r}"))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        kept = list(second)
        missing = []
        for item in first:
            if item in kept:
                kept.remove(item)
            else:
                missing.append(item)
        if missing or kept:
            lines = ["Element counts were not equal:"]
            seen = []
            for item in first + second:
                a, b = first.count(item), second.count(item)
                if a != b and item not in seen:
                    seen.append(item)
                    lines.append(f"First has {a}, Second has {b}:  {item!r}")
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def _differ(self, first, second, heading, msg):
        a, b = pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()
        self._fail_with_diff(heading, "\n" + "\n".join(difflib.ndiff(a, b)), msg)

    def _fail_with_diff(self, standard, diff, msg):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            standard += diff
        else:
            standard += f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."
        self.fail(self._formatMessage(msg, standard))

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else "sequence"
        if first == second:
            return
        a, b = _common_shortened(first, second)
        text = f"{name.capitalize()}s differ: {a} != {b}\n"
        sizes = len(first), len(second)
        for at in range(min(sizes)):
            if first[at] != second[at]:
                text += f"\nFirst differing element {at}:\n{_short(first[at], True)}\n{_short(second[at], True)}\n"
                break
        if sizes[0] != sizes[1]:
            longer = "First" if sizes[0] > sizes[1] else "Second"
            more = first if sizes[0] > sizes[1] else second
            at = min(sizes)
            count = max(sizes) - at
            text += f"\n{longer} {name} contains {count} additional elements.\nFirst extra element {at}:\n{_short(more[at], True)}\n"
        self._differ(first, second, text, msg)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for heading, items in (("first", set1 - set2), ("second", set2 - set1)):
            if items:
                lines.append(f"Items in the {heading} set but not the {'second' if heading == 'first' else 'first'}:")
                lines.extend(repr(item) for item in items)
        if lines:
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            a, b = _common_shortened(d1, d2)
            self._differ(d1, d2, f"{a} != {b}", msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        a, b = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(a) == 1 and first.strip("\r\n") == first:
            a, b = [first + "\n"], [second + "\n"]
        shown = _common_shortened(first, second)
        self._fail_with_diff(f"{shown[0]} != {shown[1]}", "\n" + "".join(difflib.ndiff(a, b)), msg)

    assertEquals = assertEqual
    assertRaisesRegexp = assertRaisesRegex


_BY_TYPE = {
    dict: "assertDictEqual",
    list: "assertListEqual",
    tuple: "assertTupleEqual",
    set: "assertSetEqual",
    frozenset: "assertSetEqual",
    str: "assertMultiLineEqual",
}


def _common_shortened(*values):
    texts = list(map(_short, values))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    common = 0
    while len({text[common:common + 1] for text in texts}) == 1:
        common += 1
    room = _MAX_LENGTH - (longest - common + 5 + 12)
    if room > 5:
        return [_cut(text[:common], 5, room) + text[common:] for text in texts]
    return [_cut(text[:common], 5, 5) + _cut(text[common:], 41, 5) for text in texts]


def _cut(text, head, tail):
    skipped = len(text) - head - tail
    return f"{text[:head]}[{skipped} chars]{text[len(text) - tail:]}" if skipped > 12 else text


class _SubTest:
    def __init__(self, case, msg, params):
        self.case = case
        self._testMethodName = case._testMethodName
        shown = [] if msg is None else [f"[{msg}]"]
        if params:
            shown.append("(" + ", ".join(f"{name}={value!r}" for name, value in params.items()) + ")")
        self.text = " ".join(shown) or "(<subtest>)"

    def id(self):
        return f"{self.case.id()} {self.text}"

    def shortDescription(self):
        return self.case.shortDescription()

    def __str__(self):
        return f"{self.case} {self.text}"

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None or not issubclass(kind, Exception) or issubclass(kind, SkipTest):
            return False
        self.case._failed = True
        self.case._result._begin_subtest(self)
        add = self.case._result.addFailure if issubclass(kind, self.case.failureException) else self.case._result.addError
        add(self, (kind, value, trace))
        return True


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self.runTest = testFunc


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def __call__(self, result):
        return self.run(result)

    def run(self, result):
        current = None
        for test in self:
            if result.shouldStop:
                break
            if isinstance(test, TestCase):
                if type(test) is not current:
                    if current is not None:
                        current.tearDownClass()
                    current = type(test)
                    if not getattr(current, "__unittest_skip__", False):
                        try:
                            current.setUpClass()
                        except Exception as raised:
                            result.errors.append((f"setUpClass ({current.__module__}.{current.__qualname__})", _trace(raised)))
                            result._mark("E", "ERROR")
                            current = None
                            break
            test.run(result)
        if current is not None:
            current.tearDownClass()
        return result


def _trace(error):
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def stop(self):
        self.shouldStop = True

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def _mark(self, letter, word):
        pass

    def _begin_subtest(self, test):
        pass

    def _bad(self, kept, test, err, letter, word):
        kept.append((test, _trace(err[1])))
        self.shouldStop = self.shouldStop or self.failfast
        self._mark(letter, word)

    def addError(self, test, err):
        self._bad(self.errors, test, err, "E", "ERROR")

    def addFailure(self, test, err):
        self._bad(self.failures, test, err, "F", "FAIL")

    def addSuccess(self, test):
        self._mark(".", "ok")

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))
        self._mark("s", f"skipped {reason!r}")

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, _trace(err[1])))
        self._mark("x", "expected failure")

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._mark("u", "unexpected success")

    def __repr__(self):
        return (
            f"<unittest.result.{type(self).__name__} run={self.testsRun} errors={len(self.errors)} "
            f"failures={len(self.failures)}>"
        )


class TextTestResult(TestResult):
    def __init__(self, stream, descriptions, verbosity):
        super().__init__()
        self.stream = stream
        self.descriptions = descriptions
        self.verbosity = verbosity

    def getDescription(self, test):
        doc = test.shortDescription() if self.descriptions and not isinstance(test, str) else None
        return f"{test}\n{doc}" if doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.verbosity > 1:
            self.stream.write(f"{self.getDescription(test)} ... ")

    def _mark(self, letter, word):
        if self.verbosity > 1:
            self.stream.write(word + "\n")
        elif self.verbosity:
            self.stream.write(letter)

    def _begin_subtest(self, test):
        if self.verbosity > 1:
            self.stream.write(f"\n  {self.getDescription(test)} ... ")

    def printErrors(self):
        if self.verbosity:
            self.stream.write("\n")
        for word, kept in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, trace in kept:
                self.stream.write("=" * 70 + f"\n{word}: {self.getDescription(test)}\n" + "-" * 70 + f"\n{trace}\n")
        for test in self.unexpectedSuccesses:
            self.stream.write("=" * 70 + f"\nUNEXPECTED SUCCESS: {self.getDescription(test)}\n")


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, **ignored):
        self.stream = stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast

    def run(self, test):
        stream = sys.stderr if self.stream is None else self.stream
        result = self.resultclass(stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        test.run(result)
        taken = time.perf_counter() - start
        result.printErrors()
        stream.write("-" * 70 + "\n")
        run = result.testsRun
        stream.write(f"Ran {run} test{'' if run == 1 else 's'} in {taken:.3f}s\n\n")
        counts = [
            f"{name}={len(kept)}"
            for name, kept in (
                ("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
                ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses),
            )
            if kept
        ]
        stream.write("OK" if result.wasSuccessful() else "FAILED")
        stream.write(f" ({', '.join(counts)})\n" if counts else "\n")
        return result


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return sorted(
            name for name in dir(testCaseClass)
            if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))
        )

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module):
        cases = [getattr(module, name) for name in dir(module)]
        return self.suiteClass(
            self.loadTestsFromTestCase(case) for case in cases
            if isinstance(case, type) and issubclass(case, TestCase) and case not in (TestCase, FunctionTestCase)
        )

    def loadTestsFromName(self, name, module=None):
        found = module if module is not None else __import__("__main__")
        for part in name.split("."):
            parent, found = found, getattr(found, part)
        if isinstance(found, type):
            return self.loadTestsFromTestCase(found)
        return self.suiteClass([parent(found.__name__)])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass(self.loadTestsFromName(name, module) for name in names)


defaultTestLoader = TestLoader()


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, **ignored):
        if isinstance(module, str):
            module = __import__(module)
        names = []
        for word in (sys.argv if argv is None else argv)[1:]:
            if word in ("-v", "--verbose"):
                verbosity = 2
            elif word in ("-q", "--quiet"):
                verbosity = 0
            elif word in ("-f", "--failfast"):
                failfast = True
            elif word.startswith("-"):
                raise NotImplementedError(f"unittest: the option {word} is not supported by Brooklet")
            else:
                names.append(word)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
