"""`unittest`, `atexit`, `cmath`."""

from templates import lines, programs

CASES = [
    *programs(
        r"""
        import unittest
        import io, sys
        class T(unittest.TestCase):
            @classmethod
            def setUpClass(cls): print('class up')
            def setUp(self): print('up', self._testMethodName)
            def tearDown(self): print('down')
            def test_ok(self):
                "A doc."
                self.assertEqual(1, 1); self.assertTrue(1); self.assertIn(1,[1]); self.assertAlmostEqual(1.0, 1.00000001)
                with self.assertRaises(ValueError) as c: int('x')
                print(c.exception)
                self.assertRaises(KeyError, {}.__getitem__, 1)
                self.assertRaisesRegex(ValueError, 'inv', int, 'x')
                self.assertCountEqual([1,2],[2,1])
            def test_list(self): self.assertEqual([1,2,3],[1,5,3,4])
            def test_dict(self): self.assertEqual({'a':1},{'a':2,'b':3})
            def test_str(self): self.assertEqual('hello\nworld','hello\nthere')
            def test_str1(self): self.assertEqual('hello','help', 'my msg')
            def test_set(self): self.assertEqual({1,2},{2,3})
            def test_tuple(self): self.assertEqual((1,),(1,2))
            def test_int(self): self.assertEqual(1,2)
            def test_true(self): self.assertTrue([])
            def test_near(self): self.assertAlmostEqual(1.0,1.1)
            def test_near2(self): self.assertAlmostEqual(1.0,1.5,delta=0.1)
            def test_raises(self):
                with self.assertRaises(ValueError): pass
            def test_raises2(self): self.assertRaisesRegex(ValueError,'zz',int,'x')
            def test_in(self): self.assertIn(5,[1,2])
            def test_none(self): self.assertIsNone(5,'why')
            def test_less(self): self.assertLess(5,1)
            def test_inst(self): self.assertIsInstance(5,str)
            def test_regex(self): self.assertRegex('abc','x+')
            def test_count(self): self.assertCountEqual([1,1,2],[1,2,2])
            def test_err(self): {}['k']
            def test_long(self): self.assertEqual('a'*200+'b','a'*200+'c')
            def test_sub(self):
                for i in range(3):
                    with self.subTest(i=i): self.assertEqual(i%2,0)
            @unittest.skip('no')
            def test_skip(self): pass
            @unittest.skipIf(True,'cond')
            def test_skip2(self): pass
            def test_skip3(self): self.skipTest('later')
            @unittest.expectedFailure
            def test_exp(self): self.fail('x')
            @unittest.expectedFailure
            def test_exp2(self): pass
        out=io.StringIO()
        r=unittest.TextTestRunner(stream=out,verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
        import re
        text=re.sub(r'in \d+\.\d+s','in TIME',out.getvalue())
        text=re.sub(r'(?m)^  File .*\n(    .*\n)*','',text)
        print(text)
        print(r.testsRun,len(r.failures),len(r.errors),r.wasSuccessful())
        class U(unittest.TestCase):
            def test_a(self): self.assertEqual(1,1)
            def runTest(self): pass
        print(U('test_a'), repr(U('test_a')), U('test_a').id(), U('test_a')==U('test_a'), unittest.TestSuite([U('test_a')]).countTestCases())
        class M: pass
        M.U = U
        s=io.StringIO(); unittest.main(module=M, argv=['x','U'],exit=False,testRunner=unittest.TextTestRunner(stream=s)); print(re.sub(r'in \d+\.\d+s','in TIME',s.getvalue()))
        ---
        import atexit
        def f(*a, **k): print(a, k)
        print(atexit.register(f, 1, b=2) is f)
        print(atexit.unregister(f))
        atexit.register(5)
        """
    ),
    *lines(
        """
        cmath.phase(-1), cmath.polar(1j), cmath.rect(2, 0.5), cmath.sqrt(-1), cmath.sqrt(-3+4j), cmath.exp(1j * cmath.pi), cmath.log(-1), cmath.log(8, 2), cmath.log10(100)
        cmath.sin(1+2j), cmath.cos(0.5-0.25j), cmath.tan(1+2j), cmath.sinh(1+2j), cmath.cosh(-3+4j), cmath.tanh(0.5-0.25j)
        cmath.asin(0.5-0.25j), cmath.acos(0.5-0.25j), cmath.atan(0.5-0.25j), cmath.atanh(0.5-0.25j), cmath.acosh(0.5-0.25j)
        cmath.isnan(cmath.nanj), cmath.isinf(cmath.infj), cmath.isfinite(1j), cmath.isclose(1+1j, 1+1.0000000001j), cmath.pi, cmath.e, cmath.tau, cmath.inf
        cmath.sqrt(0), cmath.sqrt(1e300), cmath.cos(0), cmath.atan(0), cmath.sqrt(-0.0-1j)
        cmath.log(0)
        cmath.sqrt('a')
        cmath.exp(1000)
        complex(-0.0, 0.0), complex(0.0, -0.0), complex(-0.0, -0.0), complex(1, -0.0), complex(1j, 1j), complex(1j), complex(0, 1j)
        """,
        code="import cmath\n",
    ),
]
