"""numpy: views share memory, assignments reach them, and how arrays print (recorded with numpy 2.4.6)."""

from templates import programs

CASES = programs("""
    import numpy as np
    a = np.arange(12).reshape(3, 4)
    b = a[1:, ::2]
    b[0, 0] = 100
    a.T[0, 1] = -1
    a.ravel()[3] = 7
    row = a[2]
    row += 1
    for line in a:
        line[1] = 0
    print(a, b, b.base is a.base, a[0].base is a.base, a.copy().base)
    print(np.shares_memory(a, b), a.flags["C_CONTIGUOUS"], a.T.flags.get("C_CONTIGUOUS") if isinstance(a.flags, dict) else a.T.flags["C_CONTIGUOUS"])
    a[a > 50] = [[1]][0]
    a[[0, 2], [0, 3]] = 9, 8
    a[:, 1] = [5, 6, 7]
    a[...] = a[::-1].copy()
    print(a)
    a.shape = (2, 6)
    print(a, a.strides, a.reshape(4, 3)[1:].sum())
    ---
    import numpy as np
    a = np.zeros((2, 3), dtype=np.int8)
    a[0] = [1, 2, 3]
    a[1, :2] = 7.9
    print(a, a.dtype, a.nbytes)
    try:
        a[0, 0] = 300
    except OverflowError as error:
        print(error)
    try:
        a[:] = [1, 2]
    except ValueError as error:
        print(error)
    try:
        a += 0.5
    except TypeError as error:
        print(error)
    a //= 2
    a **= 2
    a %= 5
    print(a)
    out = np.empty(3)
    print(np.add([1, 2, 3], 0.5, out=out), out, np.multiply([1, 2], 3, where=[True, False], out=np.zeros(2)))
    ---
    import numpy as np
    print(np.arange(100000))
    print(np.ones((30, 40)))
    print(repr(np.arange(2500).reshape(50, 50)))
    print(np.array([1e-10, 1]))
    np.set_printoptions(precision=3, suppress=True)
    print(np.array([1e-10, 1.23456789]))
    with np.printoptions(precision=1):
        print(np.array([1.25, 2.0]))
    print(np.array([1.5, None], dtype=object), np.array(["it", "'s"]), [np.str_("x")], np.array([1 + 2j, 3.5]))
    np.set_printoptions(threshold=5, edgeitems=1, linewidth=40)
    print(np.arange(10), np.arange(30).reshape(5, 6))
    ---
    import numpy as np, copy
    from collections import Counter
    x = np.float32(1.1)
    print(x, [x], x + 1, type(x + np.float64(1)), x.item(), int(np.int8(5)), np.int64(7) // 2, np.float64(3).is_integer())
    print(Counter(np.array([1, 1, 2]).tolist()), {np.int64(1): 2}[1], sorted(np.array([3, 1])), max(np.array([1.5, 2])))
    print(isinstance(np.float64(1), float), isinstance(np.int64(1), np.integer), isinstance(np.float32(1), np.floating), issubclass(np.int8, np.number))
    print(copy.deepcopy(np.array([1, [2]], dtype=object)), np.array([[1, 2], [3, 4]]).tolist(), str(np.array(["a"]).dtype), np.array(["abc", "d"])[0])
    for index, value in enumerate(np.array([[1, 2], [3, 4]])):
        print(index, value, value.mean())
    print("%s %d %.2f" % (np.array([1, 2]), np.int64(3), np.float32(0.1)), f"{np.float64(2.5):.1f} {np.array([1.5])}")
    ---
    import numpy as np
    a = np.arange(6).reshape(2, 3)
    for o in 'CFAK': print(o, a.ravel(order=o), a.flatten(o), np.ravel(a, order=o), a.reshape(-1, order=o if o != 'K' else 'C'), a.reshape((3,2), order=o if o != 'K' else 'C').tolist(), a.T.ravel(order=o), a.T.flatten(order=o))
    f = np.asfortranarray(a); print(f, f.ravel(order='K'), np.ascontiguousarray(a.T).ravel(order='K'))
    print(np.zeros((2,3), order='F').shape)
    v = a.ravel(); v[0] = 9; print(a[0,0]); w = a.ravel('F'); w[0] = 7; print(a[0,0]); x = a.T.ravel('F'); x[0]=5; print(a[0,0])
    print(a.ravel(order='F')[::2], list(a.ravel('F')))
    try:
        a.ravel('x')
    except ValueError as error:
        print(type(error).__name__)
""")
