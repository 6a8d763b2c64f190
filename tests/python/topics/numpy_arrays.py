"""numpy: arrays, their scalars, and how NumPy 2 prints both (recorded with numpy 2.4.6)."""

from templates import family, lines, programs

HEAD = "import numpy as np\n"
A = ["np.array([1.5, -2.0, 3.0])", "np.array([3, 1, 2])", "np.array([[1.0, 2.0], [3.0, 5.0]])", "np.array([True, False])"]
CASES = [
    *family("$a $op $b", code=HEAD, a=A, op=["+", "-", "*", "/", "<", "==", "!=", "&", "@"],
            b=["2", "2.5", "np.float64(2)", "np.int64(3)", "np.array([2, 1, 1])", "[1, 2]", "True"]),
    *family("$a $op $b", code=HEAD, a=A[:3], op=["//", "%", "**"], b=["2", "2.5", "np.float64(2)", "np.int64(3)", "[1, 2]"]),
    *family("$b $op $a", code=HEAD, a=A[:3], op=["+", "-", "*", "/", ">="], b=["2", "2.5", "[1, 2, 3]"]),
    *family("$a $op $b", code=HEAD, a=["np.float64(2.5)", "np.int64(7)", "np.int32(-7)"],
            op=["+", "-", "*", "/", "//", "%", "**", "<", "==", "&"],
            b=["2", "2.5", "np.float64(0.5)", "np.int64(3)", "np.bool_(False)", "None"]),
    *family("np.bool_(True) $op $b", code=HEAD, op=["+", "-", "*", "/", "<", "==", "&", "|", "^"], b=["2", "2.5", "np.int64(3)", "np.bool_(False)"]),
    *family("$b $op $a", code=HEAD, a=["np.float64(2.5)", "np.int64(7)"], op=["+", "-", "/", "//", "**", ">"], b=["2", "2.5", "True", "[1]"]),
    *family("$a.$m()", code=HEAD, a=A, m=["sum", "mean", "std", "var", "min", "max", "argmin", "argmax", "cumsum", "prod", "all", "any", "tolist", "flatten", "transpose", "copy", "item"]),
    *family("$a.$m(axis=$x)", code=HEAD, a=A[2:3], m=["sum", "mean", "max", "argmin", "all"], x=["0", "1", "-1", "None"]),
    *family("np.$f($x)", code=HEAD, f=["sqrt", "exp", "log", "abs", "floor", "sign", "isnan", "square", "mean", "median", "unique", "shape", "asarray", "linalg.norm"],
            x=["4", "2.25", "[1, 4, 9]", "np.array([0.5, -1.5])", "[[1, 2], [3, 4]]"]),
    *family("np.$f($x)", code=HEAD, f=["array", "zeros", "ones"], x=["3", "(2, 3)", "0", "(2, 3), dtype=int", "3, dtype=np.int32"]),
    *family("np.arange($x)", code=HEAD, x=["3", "0", "2.5", "1, 4", "5, 0, -2", "3, dtype=float"]),
    *family("str($a)", code=HEAD, a=["np.array([])", "np.array([1.0])", "np.array([[0.1], [10.25]])", "np.array([1e-5, 1])", "np.array([1e15, 2])", "np.array([float('nan'), -1])",
            "np.array([True, False])", "np.arange(40)", "np.arange(40) / 7", "np.array(2.5)", "np.zeros((2, 2, 2))", "np.arange(2000)", "np.float64(0.1)", "np.int64(-3)", "np.bool_(False)", "np.array([1, 2]).dtype"]),
    *lines("""
        np.array([1,2.5])
        np.array([[1.07142857142857],[10.4444444444]])
        np.array([1,2,3])
        np.array([1,3],dtype=np.int32)
        np.array([])
        np.array([True,False])
        np.array([1e-7,1.0,1e10])
        np.array([1e-7])
        np.array([0.1,100000.0])
        np.array([1e8,1])
        np.array([1e7,1e5])
        np.array([float('nan'),1.5,float('inf'),-float('inf')])
        np.array([float('nan')])
        np.array([-0.0,0.0])
        np.array([1/3,2/3,1e-5])
        np.array([[1.5,-2.25],[1000.125,3]])
        np.arange(30)
        np.arange(100)*1.0
        np.linspace(0,1,11)
        np.linspace(0,1,50)
        np.zeros((3,2))
        np.ones(3)*2
        np.eye(2)
        np.arange(1200)
        np.arange(1200).reshape(30,40)
        np.zeros((0,3))
        np.array([[[1,2],[3,4]],[[5,6],[7,8]]])
        np.array([1,2])+np.array([3,4])
        np.array([1,2])+1.5
        np.array([1,2])*[2,3]
        [1,2]+np.array([1,2])
        2-np.array([1,2])
        np.array([1,2])/2
        np.array([4,9])**0.5
        np.array([[1,2],[3,4]])*np.array([1,10])
        np.array([1,2])+np.array([1,2,3])
        np.array([1,2,3])>1
        np.array([1,2,3])==np.array([1,5,3])
        np.array([1,2,3])[1]
        np.array([1.5,2,3])[-1]
        np.array([1,2,3])[1:]
        np.array([1,2,3])[::-1]
        np.array([[1,2],[3,4]])[0]
        np.array([[1,2],[3,4]])[:,1]
        np.array([[1,2],[3,4]])[1,0]
        np.array([1,2,3])[[0,2]]
        np.array([1,2,3])[np.array([1,2,3])>1]
        np.array([1,2,3])[5]
        np.array([1,2,3])["a"]
        np.array([1,2,3]).sum()
        np.array([1.5,2,3]).sum()
        np.array([[1.,2],[3,4]]).sum(axis=0)
        np.array([[1.,2],[3,4]]).mean(axis=1)
        np.mean([1,2,3,4])
        np.std([1,2,3,4])
        np.var([1,2,3,4],ddof=1)
        np.max([1,5,3])
        np.argmin([3,1,2])
        np.dot([1,2],[3,4])
        np.dot([1.5,2],[3,4])
        np.array([[1,2],[3,4]]).dot([1,1])
        np.array([[1,2],[3,4]]) @ np.array([[1,0],[0,1]])
        np.dot([1,2],[1,2,3])
        np.array([[1,2],[3,4]]).T
        np.array([[1,2],[3,4]]).shape
        np.array([[1,2],[3,4]]).tolist()
        np.array([1,2]).dtype
        np.array([1.0]).dtype == np.float64
        np.sqrt([1,4,9])
        np.sqrt(2)
        np.exp(np.array([0,1]))
        np.linalg.norm([3,4])
        np.linalg.norm(np.array([1,2,3]), 1)
        np.random.RandomState(42).randn(2,3)
        np.random.RandomState(1).rand(3)
        np.random.RandomState(5).normal(1,2,3)
        np.concatenate([[1,2],[3]])
        np.vstack([[1,2],[3,4]])
        np.column_stack([[1,2],[3,4]])
        np.where(np.array([1,2,3])>1, 1, 0)
        np.clip([1,5,10],2,6)
        np.allclose([1,2],[1,2.0000001])
        np.array_equal([1,2],[1,2])
        np.array([1,2]) == None
        bool(np.array([1,2]))
        float(np.array([1.5]))
        np.array([[1,2],[3]])
        np.array([1,2]).reshape(3,2)
        np.array("a",dtype=float)
        np.isnan([1,float('nan')])
        np.cumsum([1,2,3])
        np.array([3,1,2]).max()
        np.unique([3,1,1])
        np.median([1,3,2,4])
        np.mean([])
        np.array(5)
        np.array(5.5)+1
        np.array([1,2,3]).mean()
        np.array([0.1]*10).sum()
        np.tile(1.5,3)
        np.full((2,2),7)
        np.outer([1,2],[3,4])
        np.sign([-1.5,0,2])
        np.maximum([1,5],[3,2])
        np.array([1.5,2.5]).astype(int)
        np.array([1,2,3]).std()
        np.abs(-1.5)
        np.round(2.567, 1)
        np.round([2.567, 1.234], 1)
        np.array([123456789.0, 1.5])
        np.array([1.0, 2.0, 1234.5678])
        np.array([0.00012, 0.5])
        np.array([1e-300, 1e300])
        np.float64(2.5)
        np.float64(1e22)+1
        np.float64(2.5)*2
        2*np.float64(2.5)
        np.float64(2.5)>1
        np.float64(0.1)+np.float64(0.2)
        np.float64(7)//2
        np.float64(-7)%3
        np.float64(2)**0.5
        -np.float64(2)
        abs(np.float64(-2))
        round(np.float64(2.675),2)
        round(np.float64(2.5))
        int(np.float64(2.9))
        np.int64(5)+1
        np.int64(5)/2
        np.int64(5)*2.5
        np.int64(5)//2
        np.int32(5)+1
        np.bool_(True)
        [np.int64(1), np.float64(2), np.bool_(True)]
        type(np.float64(1))
        hash(np.float64(1.5)) == hash(1.5)
        f"{np.float64(2.5)} {np.float64(2.5):.3f} {np.float64(2.5)!r}"
        "%s %.2f" % (np.float64(2.5), np.float64(2.5))
        sum([np.float64(1), np.float64(2)])
        max(np.float64(1), 2)
        sorted([np.float64(2), np.float64(1)])
        np.float64("1.5")
        np.float64(3).item()
        {np.float64(1.5): 1}[1.5]
        np.int64(3) == 3
        np.float64(float('nan'))
        [1,2,3][np.int64(1)]
        list(range(np.int64(3)))
        isinstance(np.float64(1), float), isinstance(np.int64(1), int), isinstance(np.array([1]), np.ndarray), isinstance(np.float64(1), np.generic)
        type(np.int64(1)), type(np.array([1])), type(np.bool_(True))
        np.array([1.5, 2.5])[np.array([True, False])], np.array([[1, 2], [3, 4]])[[1, 0]], np.array([[1, 2], [3, 4]])[:, ::-1], np.array([1, 2])[None]
        np.array([1, 2])[0, 0]
        np.array([1, 2])[1.5]
        [1] * np.int64(3), "ab" * np.int64(2), np.sort([3, 1, 2]), np.array([1.25, -2.5]).round(1)
        np.array([1, 2])[np.array([True])]
        2 in np.array([1, 2]), 5.0 in np.array([1, 2])
        len(np.array([[1], [2]])), list(np.array([1.5])), [row.tolist() for row in np.array([[1, 2], [3, 4]])]
        hash(np.array([1]))
        f"{np.float64(1.5):>8}|", "%d" % np.int64(3), "{:.1e}".format(np.float64(12345)), format(np.float64(2), "g")
        int("7") + np.int64(1), sum(np.array([1, 2])), max(np.array([1, 2])), round(np.float64(1.25), 1), divmod(7, 2)
        {np.int64(1): "a"}[1], np.float64(1) in {1.0}, sorted([np.float64(2), 1])
        np.dtype("float64"), np.dtype(int), np.array([1]).astype(float).dtype.name
        np.random.RandomState(3).uniform(2, 4), np.random.RandomState(3).randn(), np.random.RandomState(3).rand(2, 2)
        np.random.RandomState(-1)
    """, code=HEAD),
    *programs("""
        import numpy as np
        a = np.zeros(3)
        a[1] = 2
        a[-1:] += 5
        b = a.copy()
        b *= 2
        print(a, b, a.sum() + b.sum())
        a[:] = [7, 8, 9]
        a[a > 7] = 0
        print(a)
        c = np.array([[1, 2], [3, 4]])
        c[0] = [9, 9]
        c[:, 1] -= 1
        print(c, c.T.tolist())
        ---
        import numpy as np
        a = np.array([1, 2])
        a[:] = [1, 2, 3]
        ---
        import numpy as np
        np.random.seed(7)
        print(np.random.rand(2), np.random.randn(), np.random.normal(1, 2))
        >>> np.random.uniform(0, 1, 3)
        ---
        from numpy.linalg import norm
        from numpy import array, dot
        import numpy.random
        weights = array([0.5, -0.25])
        for x in ([1.0, 2.0], [2.0, 0.0]):
            error = dot(weights, x) - 1
            weights = weights - 0.1 * error * array(x)
            print(weights, norm(weights))
    """),
]
