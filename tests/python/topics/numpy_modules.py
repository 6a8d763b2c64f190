"""numpy: parts that travel when a program asks for them: fft, ma, char, testing, polynomial, files, windows (recorded with numpy 2.4.6)."""

from templates import programs

CASES = programs(r"""
    import numpy as np, io
    f = io.BytesIO()
    np.save(f, np.array([[1.5]]))
    print(f.getvalue()[:60], len(f.getvalue()))
    f.seek(0)
    print(np.load(f))
    for packed in (np.savez, np.savez_compressed):
        f = io.BytesIO()
        packed(f, np.array(['a', 'bcd']), a=np.arange(3), b=np.eye(2).T)
        f.seek(0)
        with np.load(f) as z:
            print(z, z.files, z['a'], z['b'], z['arr_0'], 'a' in z, len(z), [name for name, _ in z.items()])
            try:
                z['c']
            except KeyError as error:
                print(error)
    ---
    import numpy as np
    np.testing.assert_array_equal([1,2],[1,2])
    np.testing.assert_allclose([1.0],[1.0+1e-9])
    np.testing.assert_almost_equal(1.0,1.00000001)
    np.testing.assert_equal({'a':[1]},{'a':[1]})
    np.testing.assert_array_almost_equal([1.0,2],[1.0,2.0000001])
    try:
        np.testing.assert_array_equal([1,2,3],[1,2,4])
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_allclose([1.0,2.0],[1.0,2.1])
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_equal(1,2)
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_almost_equal(1.0,1.1)
    except AssertionError as e:
        print(e)
    with np.testing.assert_raises(ValueError):
        raise ValueError
    print('ok')
    ---
    import numpy as np
    print(np.fft.fft([1,2,3,4]))
    print(np.abs(np.fft.fft(np.sin(2*np.pi*np.arange(8)/8))).round(6))
    print(np.fft.fftfreq(8,0.1))
    print(np.fft.ifft(np.fft.fft([1,2,3])).real.round(10))
    print(np.fft.rfft([1,2,3,4]))
    print(np.fft.rfftfreq(8,0.1))
    print(np.fft.irfft(np.fft.rfft([1.,2,3,4])))
    print(np.fft.fftshift(np.arange(5)),np.fft.ifftshift(np.arange(5)))
    print(np.fft.fft2(np.eye(2)))
    print(np.fft.fft([1,2,3],n=5).round(4))
    t=np.linspace(0,1,64,endpoint=False)
    s=np.sin(2*np.pi*5*t)
    f=np.fft.rfft(s)
    print(np.argmax(np.abs(f)))
    ---
    import numpy as np
    m=np.ma.array([1,2,3,4],mask=[0,1,0,0])
    print(m,repr(m),m.mean(),m.sum(),m.count(),m.filled(0),m.compressed())
    x=np.ma.masked_invalid([1.0,np.nan,3])
    print(x,x.mean())
    print(np.ma.masked_where(np.arange(4)>2,np.arange(4)))
    print(np.ma.masked_equal([1,2,2],2))
    print(m+1,m*m,m[1],m.mask,m.data)
    print(np.ma.masked_greater([1,5,3],3).max(), np.ma.masked_less([1,2],2), np.ma.masked_outside([1,5,9],2,6))
    print(m.fill_value, np.ma.is_masked(m), m[1] is np.ma.masked)
    ---
    import numpy as np
    print(np.char.upper(['a','bc']),np.char.add(['a'],['b']),np.strings.lower(['AB']),np.char.split(['a b']),np.char.strip([' x ']),np.char.replace(['aXa'],'X','-'),np.char.startswith(['ab','b'],'a'),np.char.str_len(['a','bcd']),np.char.find(['abc'],'c'),np.char.isdigit(['1','a']),np.char.join('-',['abc']),np.char.multiply('ab',2),np.char.capitalize(['abc']),np.char.center('a',5,'*'),np.char.zfill('7',3), np.char.count(['aab'],'a'))
    ---
    import numpy as np
    from numpy.polynomial import Polynomial
    p=Polynomial([1,2,3])
    print(p)
    print(p(2),p.coef,p.degree(),p.roots(),p.deriv(),p.integ())
    f=Polynomial.fit([0,1,2,3],[1,3,5,7],1)
    print(f.convert().coef.round(6))
    print(p+p,p*2,p**2)
    print(repr(p))
    print(np.polynomial.polynomial.polyval(2,[1,2,3]))
    print(np.polynomial.polynomial.polyfit([0,1,2],[1,3,5],1).round(6))
    print(f)
    ---
    import numpy as np
    print(np.unwrap([0,np.pi/2,2*np.pi,3*np.pi]))
    print(np.hanning(5),np.hamming(5),np.blackman(5),np.bartlett(5),np.kaiser(5,14))
    print(np.i0([0,1,2,10]),np.sinc(1),np.sinc([0,.5,1]))
    print(np.packbits([1,0,1,0,0,0,0,1]),np.unpackbits(np.array([5],dtype=np.uint8)), np.packbits([[1,0],[0,1]],axis=1))
    print(np.i0(1.5), np.hanning(1), np.sinc(0))
    ---
    import numpy as np
    window=[]
    for v in [5,7,9,30,8,6]:
        window.append(v)
        w=np.array(window[-4:])
        z=(v-w.mean())/(w.std() or 1)
        print(v, round(float(z),3), w, np.abs(z)>1.5)
    a=np.array(window)
    print(np.where(np.abs(a-np.median(a))>2*np.median(np.abs(a-np.median(a)))))
    print(np.lib.stride_tricks.sliding_window_view(a,3))
    print(np.lib.stride_tricks.sliding_window_view(a,3).mean(axis=1))
    ---
    import numpy as np
    m=np.ma.array([[1.5,2],[3,4]],mask=[[0,1],[0,0]])
    print(repr(m))
    print(m.mean(axis=0), m.sum(axis=1), m.std(), m.T)
    print(np.ma.array([1,2,3]))
    print(repr(np.ma.array([1,2,3])))
    m[0,0]=np.ma.masked
    print(m)
    print(np.ma.masked_array([1,2],mask=True).mean(), np.ma.median(np.ma.array([1,2,9],mask=[0,0,1])), np.ma.average(np.ma.array([1.,2,3],mask=[0,0,1]),weights=[1,2,3]))
    print(m.compressed(), m.count(axis=0), m/0, m==3, m>2)
    print([x for x in np.ma.array([1,2],mask=[0,1])])
    print(np.ma.sqrt(np.ma.array([-1.,4.])), np.ma.log([0,1.]), np.ma.concatenate([np.ma.array([1],mask=[1]),[2]]))
    ---
    import numpy as np
    x=np.arange(10.)
    w=np.lib.stride_tricks.sliding_window_view(np.arange(12).reshape(3,4),(2,2))
    print(w.shape, w[0,0])
    print(np.fft.fft(np.arange(6)).round(6))
    print(np.fft.fft(np.arange(7.)).round(6))
    print(np.fft.ifft([0,4,0,0]))
    print(np.abs(np.fft.rfft(np.sin(np.arange(16)))).round(6))
    print(np.fft.fft([[1,2],[3,4]],axis=0), np.fft.fft([1,1,1,1],norm='ortho'))
    ---
    import numpy as np
    try:
        np.testing.assert_array_equal([1,2],[1,2,3])
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_equal([1,2],[1,3])
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_array_almost_equal([1.0,2.33333],[1.0,2.334],decimal=4)
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_array_equal([1.0,np.nan],[1.0,2.0])
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_equal({'a':1},{'a':2})
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_allclose(1.0,1.1,err_msg='oops')
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_array_less([1,5],[2,3])
    except AssertionError as e:
        print(e)
    try:
        np.testing.assert_array_equal(['a','b'],['a','c'])
    except AssertionError as e:
        print(e)
    ---
    import numpy as np
    from numpy.polynomial import Polynomial, polynomial as P
    p=Polynomial([1,-2,0,0.5])
    print(p)
    print(p-1, p//Polynomial([1,1]), p%Polynomial([1,1]), Polynomial.fromroots([1,2]), p.linspace(3), P.polyadd([1,2],[3]), P.polymul([1,1],[1,1]), P.polyroots([-1,0,1]), P.polyder([1,2,3]), P.polyint([1,2]), P.polyval([1,2],[1,1]))
    f=Polynomial.fit([0,1,2,3,4],[1,2.1,4.9,10,17],2)
    print(f.convert())
    print(f.domain, f.degree())
    import numpy.fft
    from numpy.fft import fft
    from numpy import testing as npt
    import numpy.testing as t2
    from numpy.testing import assert_allclose
    from numpy.lib.stride_tricks import sliding_window_view
    import numpy.ma as ma
    print(len(fft([1,2])))
    from numpy import hanning, save
    print(hanning(3))
""")
