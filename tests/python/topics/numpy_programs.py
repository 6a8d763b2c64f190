"""numpy: what programs and tutorials print (recorded with numpy 2.4.6)."""

from templates import programs

CASES = programs(r"""
    import numpy as np
    readings=[21.5,22.1,19.8,23.4,20.0]
    a=np.array(readings)
    print(a.mean(),a.std(),a.var(ddof=1),np.median(a),a.min(),a.max(),a.argmax(),np.ptp(a))
    print(np.percentile(a,[5,25,50,75,95]),np.quantile(a,0.9))
    print((a-a.mean())/a.std())
    print(f"{a.mean():.2f} {a.sum():8.3f}")
    ---
    import numpy as np
    X=np.array([[1,2],[1,4],[1,0],[10,2],[10,4],[10,0]],dtype=float)
    c=X[[0,3]].copy()
    for _ in range(5):
        d=np.linalg.norm(X[:,None]-c[None,:],axis=2)
        l=np.argmin(d,axis=1)
        c=np.array([X[l==k].mean(axis=0) for k in range(2)])
    print(c,l)
    print(np.bincount(l))
    ---
    import numpy as np
    x=np.arange(10)
    print(np.convolve(x,np.ones(3)/3,mode='valid'))
    print(np.convolve(x,np.ones(3)/3,'same'))
    print(np.convolve([1,2,3],[0,1,0.5]))
    print(np.correlate([1,2,3],[0,1,0.5],'full'))
    print(np.cumsum(x)[3:]-np.cumsum(x)[:-3])
    ---
    import numpy as np
    h,e=np.histogram([1,2,1,3,5,8,2,1],bins=4)
    print(h,e)
    h,e=np.histogram([1,2,1,3,5,8,2,1],bins=[0,2,4,10],density=True)
    print(h,e)
    print(np.histogram([.1,.5,.9],bins=5,range=(0,1)))
    print(np.digitize([0.2,6.4,3.0,1.6],[0.0,1.0,2.5,4.0,10.0]))
    H,xe,ye=np.histogram2d([1,2,3],[1,2,3],bins=3)
    print(H,xe,ye)
    print(np.histogram_bin_edges([1,2,3,4],bins='auto'))
    ---
    import numpy as np
    a=np.arange(12).reshape(3,4)
    print(a[a>5])
    a[a%2==0]=-1
    print(a)
    print(np.where(a<0,0,a))
    print(np.nonzero(a==-1))
    print(np.argwhere(a==-1))
    print(np.any(a<0,axis=0),np.all(a<0))
    print(np.select([a<0,a>7],[0,1],default=9))
    print(np.clip(a,0,7))
    print(np.count_nonzero(a>0,axis=1))
    ---
    import numpy as np
    a=np.array([3,1,2])
    print(np.sort(a)[::-1],np.argsort(a),np.argsort(-a,kind='stable'))
    print(np.lexsort(([1,2,0],[0,0,1])))
    print(np.partition([5,3,1,4],2)[:2].sum(), np.argpartition([5,3,1,4],1)[0])
    print(np.searchsorted([1,2,3,5],[0,2,4,9],side='right'))
    m=np.array([[3,1],[2,9]])
    m.sort(axis=0)
    print(m)
    print(np.unique([3,1,1,2,3],return_counts=True))
    print(np.unique(['b','a','b'],return_index=True,return_inverse=True))
    ---
    import numpy as np
    for t in ['int8','uint8','int16','uint16','int32','uint32','int64','uint64','float16','float32','float64','bool','complex128']:
        a=np.array([0,1,2.5],dtype=t) if t[0]!='i' else np.array([0,1,2],dtype=t)
        print(t,a,repr(a),a.dtype,a.itemsize,a.nbytes,repr(a[1]))
    ---
    import numpy as np
    print(np.polyfit([0,1,2,3],[1,3,5,7],1))
    print(np.round(np.polyfit([0,1,2,3,4],[1,2,5,10,17],2),6))
    p=np.poly1d([1,-3,2])
    print(p)
    print(repr(p))
    print(p(5),p.roots,p.deriv(),p.integ(),p.order,p.coeffs)
    print(np.polyval([1,2,3],2),np.roots([1,-3,2]))
    print(np.polyadd([1,2],[3]),np.polymul([1,2],[1,3]),np.polyder([1,2,3]),np.polyint([2,2]))
    print(p*p, p+1, p**2)
    ---
    import numpy as np
    print(np.cov([1.,2,3,4]))
    print(np.cov(np.array([[1,2,3],[4,5,7]])))
    print(np.cov([[1,2,3]]))
    print(repr(np.cov([1,2,3])))
    print(np.cov(np.array([[1,2],[3,4],[5,7]]),rowvar=False))
    print(np.cov([1,2,3],bias=True), np.corrcoef([1,2,3]))
    print(np.cov([1,2,3],aweights=[1,2,1]), np.cov([1,2,3],fweights=[1,2,1]))
    ---
    import numpy as np
    c=np.zeros(5,int)
    np.add.at(c,[0,1,1,3],1)
    print(c)
    print(np.add.reduceat(np.arange(8),[0,4,6]))
    print(np.maximum.reduceat([1,5,2,8],[0,2]))
    print(np.add.reduce([[1,2],[3,4]]),np.multiply.accumulate([1,2,3]),np.maximum.accumulate([1,3,2]),np.add.outer([1,2],[3,4]))
    x=np.array([1.,2,3])
    np.subtract.at(x,[0,0],0.5)
    print(x)
    ---
    import numpy as np
    a=np.arange(10)
    b=a[2:5]
    b[0]=99
    print(a,b.base is a,np.shares_memory(a,b),b.flags.owndata)
    m=np.zeros((3,3))
    m[:,1]=5
    m[1]+=1
    r=m[1]
    r*=2
    print(m)
    d=np.arange(6).reshape(2,3)
    d.T[0,1]=77
    print(d)
    v=a.view()
    v.shape=(5,2)
    v[0,0]=-1
    print(a)
    print(np.may_share_memory(a,a.copy()))
    f=a.ravel()
    f[1]=55
    print(a[1])
    g=a[[0,1]]
    g[0]=3
    print(a[0])
    ---
    import numpy as np
    np.set_printoptions(precision=3,suppress=True)
    print(np.array([1.23456,1e-9,1000.5]))
    np.set_printoptions(threshold=5,edgeitems=2)
    print(np.arange(10))
    with np.printoptions(precision=1):
        print(np.array([1.55,2.25]))
    np.set_printoptions(formatter={'float':lambda x:f'<{x:.1f}>'})
    print(np.array([1.0,2]))
    np.set_printoptions(formatter={'float_kind':'{:.2f}'.format})
    print(np.array([[1.,2]]))
    print(np.array2string(np.array([1.5,2.25]),formatter={'float_kind':lambda x:'%.2f'%x}), np.array2string(np.arange(3),separator=', '), np.array2string(np.arange(4).reshape(2,2),separator=',',prefix='  '))
    np.set_printoptions(linewidth=40)
    print(np.linspace(0,1,12))
    np.set_printoptions(precision=8,suppress=False,threshold=1000,edgeitems=3,linewidth=75)
    ---
    import numpy as np
    shown = [np.float64(1.5), np.int64(3), np.bool_(True), np.str_('a'), np.complex128(1+2j), np.float32(0.1)]
    for version in ('1.25', '1.21', '1.13', False, None, '2.1', '1.25', False):
        np.set_printoptions(legacy=version)
        print(version, shown, np.get_printoptions()['legacy'])
    with np.printoptions(legacy='1.25'):
        print(shown[0], shown[:1])
    print(shown[:1])
    ---
    import numpy as np
    a=np.array([[1,2],[3,4]])
    print(f"{a}", '%s'%a, str(a), [a], {'k':a}, (np.float64(1.5),np.int64(2),np.bool_(True),np.str_('x')))
    print('{:.2f}'.format(np.float64(3.14159)), '%d'%np.int64(5), f'{np.int64(1234567):,}', f'{np.float32(0.1):.3f}', round(np.float64(2.567),2), int(np.float64(3.9)), repr(np.float64(1e20)), np.float64(1e-7), np.float32(1e10), np.float16(0.1))
    for x in np.array([1.5,2.5]):
        print(x, type(x), type(x).__name__)
    print(np.array(5), repr(np.array(5)), np.array(5).item(), np.array([5])[0].item(), a.tolist())
    try:
        f"{a:.2f}"
    except TypeError as e:
        print(e)
    ---
    import numpy as np
    a=np.array([1,2,3])
    a.fill(7)
    print(a, a.astype(str), a.astype('float32').dtype, a.dtype.name, a.dtype.kind, a.ndim,a.size,a.shape,a.T.shape,a.nonzero(),a.tobytes(),a.repeat(2),a.take([0,1]),a.cumsum(),a.dot(a),a.round(),a.flatten(),a.searchsorted(7),a.argsort(),a.any(),a.all(), a.prod(), a.swapaxes(0,0), a.squeeze(), a.compress([1,0,1]), a.choose([0]*8), a.trace() if a.ndim>1 else '', a.conj(), a.real, a.imag, a.strides, a.flags.writeable, a.max())
    print(a.flags)
    ---
    import numpy as np
    print(np.int64(5).bit_length() if hasattr(np.int64(5),'bit_length') else '', np.float64(0.5).as_integer_ratio(), np.float64(4).is_integer(), np.iinfo(np.int32).max, np.finfo(float).eps, np.finfo(np.float32), np.iinfo('int8'), np.issubdtype(np.int32,np.integer), np.result_type(np.int8,np.float32), np.can_cast('int8','int16'), np.promote_types('i4','f4'), np.dtype('int32'), np.dtype(float).itemsize, isinstance(np.float64(1),float), isinstance(np.int64(1),int), np.isscalar(np.float64(1)), np.True_, np.bool_(0), np.min_scalar_type(300))
    import json
    try:
        print(json.dumps({'a':np.int64(3)}))
    except TypeError as e:
        print(e)
    print(json.dumps({'a':np.float64(3.5),'b':np.arange(3).tolist()}))
    print(sum(np.array([1,2,3])), max(np.array([1,2])), sorted(np.array([3,1])), list(np.array([1,2])), dict(zip(['a'],np.array([1.5]))), set(np.array([1,1])), np.array([1,2]).__len__(), 2 in np.array([1,2]), reversed and list(reversed(np.array([1,2]))), hash(np.int64(5)), {np.int64(1):2}[1])
    ---
    import numpy as np
    c=np.zeros((2,2))
    np.add.at(c,([0,1,1],[0,1,1]),[1,2,3])
    print(c)
    a=np.array([5,1,7])
    np.maximum.at(a,[0,1],[2,9])
    print(a)
    b=np.arange(4)
    np.negative.at(b,[0,1,1])
    print(b)
    print(np.add.reduceat([[1,2],[3,4],[5,6]],[0,2],axis=0), np.add.reduceat(np.arange(4),[0,2,1]))
    ---
    import numpy as np
    print(np.conj([1+2j,3]), np.conjugate(2-1j), np.array([1+2j]).conj(), np.round([1.234+5.678j],1), np.vdot([1j],[1j]), np.real_if_close([1+0j]), np.array([3+4j]).real, abs(np.array([3+4j])), np.angle([1j],deg=True), np.sinc(1), np.sinc(0.5), np.sinc([0,1]))
    print(np.cov([[1.,2,3]]), repr(np.cov([1,2,3])), np.cov([1,2,3],aweights=[1,2,1]), np.cov([1,2,3],fweights=[1,2,1]), np.average([1,2,3],weights=[1,1,2],returned=True))
    ---
    import numpy as np
    a=np.array([3,1,2])
    print(a.flags.c_contiguous, a.flags['C_CONTIGUOUS'], a.flags.owndata, a[1:].flags.owndata)
    a.flags.writeable=False
    try:
        a[0]=1
    except ValueError as e:
        print(e)
    b=np.arange(3)
    b.setflags(write=False)
    print(b.flags)
    try:
        b[0]=1
    except ValueError as e:
        print(e)
    ---
    import numpy as np
    p=np.poly1d([1,2,3])
    print(p)
    print(p+1, p**2, p/2, p-p)
    q,r=np.polydiv([1,5,6],[1,2])
    print(q,r)
    print(np.poly1d([2,0,-1.5]))
    print(np.poly1d([0.5]))
    print(np.poly1d([-1,0]))
    print(np.poly1d([1,-3,2],True))
    print(np.poly1d([1,2],variable='t'))
    print(p[0], len(p), list(p), p(np.array([1,2])), p(p))
    c,cv=np.polyfit([0,1,2,3],[1,3,5.5,7],1,cov=True)
    print(c.round(6),cv.round(6))
    f=np.poly1d(np.polyfit([0,1,2,3],[1,3,5.5,7],1))
    print(f(4).round(4), f)
""")
