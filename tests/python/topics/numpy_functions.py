"""numpy: functions of arrays, many a case, as each import takes its time (recorded with numpy 2.4.6)."""

from templates import programs

HEAD = """import numpy as np
a = np.arange(12).reshape(3, 4)
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)
"""

GROUPS = [
    r"""
        a[[0,2],[1,3]]
        a[:, [1,1]]
        a[a>5]
        a[None,:,1]
        a[..., 0]
        a[np.ix_([0,2],[1,3])]
        a[np.array([True,False,True])]
        a[1, [0,2]]
        np.where(a>5)
        np.where(a>5, a, -1)
        np.argwhere(a>8)
        np.array(['a','bbb'])
        np.array(['x','y']) == 'x'
        np.array([1,'a'])
        np.array([1.5,'a'])
        np.array([None, 1])
        np.array([{}, [1]], dtype=object)
        np.sort(np.array(['b','a','c']))
        np.unique(['b','a','b'], return_counts=True)
        np.unique([3,1,3,2], return_inverse=True, return_index=True, return_counts=True)
        np.uint8(200)+np.uint8(100)
        np.array([1,2],dtype=np.uint8)+300
        np.array([1,2],dtype=np.int8)*2
        np.array([1,2],dtype=np.float32)*1.1
    """,
    r"""
        np.float32(0.1)
        np.float32(0.1)+0.2
        np.float16(0.1)
        np.int8(5)/2
        np.array([1.1,2.2],dtype=np.float32)
        np.float32(1)/3
        np.arange(3,dtype=np.int16)+np.arange(3,dtype=np.float32)
        np.uint64(5)-np.int64(7)
        np.array([2**63],dtype=np.uint64)
        np.array([1+2j, 3])
        abs(np.array([3+4j]))
        np.complex128(1+2j)
        np.array([1,2,3])/0
        np.array([1,0])//0
        np.add.reduce([1,2,3])
        np.add.accumulate([1,2,3])
        np.multiply.outer([1,2],[3,4])
        np.add
        np.maximum.reduce([[1,5],[3,2]], axis=1)
        a.sum(axis=(0,1))
        a.sum(axis=0, keepdims=True)
        a.mean(axis=1, keepdims=True)
        np.std([1,2,3,4], ddof=1)
        np.median([[1,2],[3,4]], axis=0)
    """,
    r"""
        np.percentile([1,2,3,4,10], [25,50,75])
        np.quantile([1.,2.,4.], .3)
        np.average([1,2,3], weights=[3,2,1])
        np.ptp([1,5,2])
        np.histogram([1,2,1,3,5], bins=4)
        np.histogram([0.1,0.2,0.9], bins=[0,0.5,1])
        np.histogram([1,2,3,4], bins=2, density=True)
        np.bincount([0,1,1,5])
        np.bincount([0,1],weights=[.5,.25])
        np.digitize([0.5,1.5,3], [0,1,2])
        np.searchsorted([1,2,3],[0,2,5])
        np.corrcoef([1,2,3],[2,4,7])
        np.cov([1,2,3],[2,4,7])
        np.polyfit([0,1,2,3],[1,3,5,7.5],1)
        np.polyval([1,2,3],2)
        np.interp(2.5,[1,2,3],[3,2,0])
        np.convolve([1,2,3],[0,1,0.5])
        np.convolve([1,2,3],[0,1,0.5],'same')
        np.cross([1,2,3],[4,5,6])
        np.trace(np.eye(3))
        np.kron([1,10],[5,6])
        np.einsum('ij,jk->ik', np.arange(4).reshape(2,2), np.eye(2))
        np.linalg.inv([[1.,2],[3,4]])
        np.linalg.det([[1.,2],[3,4]])
    """,
    r"""
        np.linalg.solve([[3.,1],[1,2]],[9,8])
        np.linalg.eigh([[2.,1],[1,2]])
        np.linalg.eig([[2.,0],[0,3]])
        np.linalg.svd([[1.,2],[3,4]])
        np.linalg.qr([[1.,2],[3,4]])
        np.linalg.matrix_rank([[1,2],[2,4]])
        np.linalg.pinv([[1.,2],[3,4],[5,6]])
        np.linalg.norm([[1,2],[3,4]], axis=1)
        np.linalg.lstsq([[1.,1],[1,2],[1,3]],[1,2,2],rcond=None)[0]
        np.linalg.inv([[1.,2],[2,4]])
        np.linalg.eig([[4.,1],[2,3]])
        np.tile([1,2],(2,2))
        np.repeat([1,2],[2,3])
        np.roll([1,2,3],1)
        np.flip([1,2,3])
        np.rot90([[1,2],[3,4]])
        np.pad([1,2],(1,2))
        np.pad([1,2,3],2,mode='edge')
        np.pad([1,2,3],2,mode='reflect')
        np.insert([1,2,3],1,9)
        np.delete([1,2,3],1)
        np.append([1,2],[[3]])
        np.split(np.arange(6),3)
        np.array_split(np.arange(7),3)
    """,
    r"""
        np.hstack([[1,2],[3]])
        np.dstack([[1,2],[3,4]])
        np.stack([[1,2],[3,4]],axis=1)
        np.meshgrid([1,2],[3,4,5])
        np.diag([1,2])
        np.diag([[1,2],[3,4]])
        np.tril(np.ones((3,3)))
        np.logspace(0,2,3)
        np.linspace(0,1,5,endpoint=False)
        np.geomspace(1,1000,4)
        np.fromiter((x*x for x in range(4)),dtype=int)
        np.fromstring('1 2 3',sep=' ')
        np.frombuffer(b'\x01\x02',dtype=np.uint8)
        np.full((2,2),'ab')
        np.zeros(2,dtype=bool)
        np.empty((0,3))
        np.identity(2)
        np.nansum([1,np.nan,2])
        np.nanmean([1,np.nan,2])
        np.nanmax([[1,np.nan],[5,2]],axis=0)
        np.nanstd([1,2,np.nan])
        np.isnan(np.array([1,np.nan]))
        np.isclose([1,2],[1,2.1])
        np.allclose([1,2],[1,2])
    """,
    r"""
        np.array_equal([1,2],[1,2])
        np.isin([1,2,3],[2,5])
        np.intersect1d([1,2,3],[2,3,4])
        np.union1d([1,2],[2,3])
        np.setdiff1d([1,2,3],[2])
        np.cumsum([[1,2],[3,4]],axis=1)
        np.cumprod([1,2,3])
        np.diff([1,4,9],n=2)
        np.gradient([1,2,4,7.])
        np.clip([1,5,9],2,6)
        np.array([1,5,9]).clip(2,6)
        np.round([1.234,5.678],1)
        np.lexsort(([1,2,1],[3,1,2]))
        np.argsort([3,1,2])[::-1]
        np.array([3,1,2]).argsort()
        np.count_nonzero([1,0,2])
        np.any([[0,1],[0,0]],axis=1)
        np.all([1,1])
        np.take([1,2,3],[0,2])
        np.choose([0,1],[[1,2],[3,4]])
        np.select([a>5,a>2],[a,a*10],0)
        np.vectorize(lambda x: x+1)([1,2])
        np.apply_along_axis(sum,0,[[1,2],[3,4]])
        np.expand_dims([1,2],0)
    """,
    r"""
        np.squeeze([[1],[2]])
        np.outer([1,2],[3,4])
        np.inner([1,2],[3,4])
        np.vdot([1,2],[3,4])
        np.tensordot(np.eye(2),np.eye(2))
        np.dtype('float32')
        np.dtype('U5')
        np.dtype(object)
        np.finfo(float).eps
        np.iinfo(np.int32).max
        np.issubdtype(np.int32,np.integer)
        np.result_type(np.int8,np.float32)
        np.array([1,2]).astype('U')
        np.array(['1','2']).astype(int)
        np.array(['a']).astype(float)
        np.array([1.7,-1.7]).astype(int)
        np.array([300]).astype(np.uint8)
        np.array([[1,2],[3,4]]) @ [1,1]
        np.matmul(np.ones((2,2,2)),np.eye(2))
        np.array([1,2,3])[5]
        a[5,0]
        a[0,0,0]
        np.zeros((2,3))+np.zeros((3,2))
        np.concatenate([np.zeros((2,2)),np.zeros((3,3))])
    """,
    r"""
        np.array([1,2]).sum(axis=1)
        np.array(['a'])+np.array(['b'])
        np.array([1,2]).reshape(3)
        np.ones(3).dot(np.ones(4))
        np.array([[1,2],[3,4]]).max(axis=0)
        np.array([]).max()
        np.array([1,2,3]).std()
        divmod(np.array([7,8]),3)
        np.array([5,6])%4
        2**np.array([1,2])
        np.array([2,3])**-1
        np.array([2.,3])**-1
        -np.array([True])
        ~np.array([True,False])
        np.array([1,2])<<1
        np.bitwise_and(6,3)
        np.sqrt(np.array([4,9],dtype=np.float32))
        np.exp(1)
        np.sqrt(-1)
        np.log(0)
        np.sum([[1,2],[3,4]])
        np.prod([1,2,3.])
        np.hypot(3,4)
        np.deg2rad(180)
    """,
    r"""
        np.arctan2(1,1)
        np.sign([-2,0,3])
        np.nan_to_num([np.nan,1])
        np.bool_(True)&np.bool_(False)
        np.True_
        np.array(5)
        np.array('abc')
        np.str_('x')
        [np.str_('x')]
        np.array([1,2]).tolist()
        np.array([[1.5]]).item()
        np.array([1,2]).tobytes()
        a.nbytes
        a.strides
        np.array([1,2,3],dtype='i4').dtype.itemsize
        np.c_[[1,2],[3,4]]
        np.r_[1:4,7]
        np.mgrid[0:2,0:2]
        np.poly1d([1,2,3])(2)
        np.roots([1,-3,2])
        np.trapezoid([1,2,3])
        np.ones((2,3)).ravel()
        np.unravel_index(5,(2,3))
        list(np.ndenumerate(np.array([[1,2]])))
    """,
    r"""
        np.argmax([[1,5],[7,2]],axis=1)
        np.array([True,False]).sum()
        np.mean([True,False])
        np.array([1,2,3])[np.array([], dtype=int)]
        np.array([[1,2],[3,4]]).flatten('C')
        np.array([1,2]).view()
        np.nonzero([0,1,2])
        np.flatnonzero([0,1,2])
        sum(np.array([1.5,2]))
        np.abs([-1,2])
        np.matrix([[1,2],[3,4]])*np.matrix([[1],[1]])
        np.array([10,20]).searchsorted(15)
        np.argpartition([3,1,2],1)
        np.fmax(1,np.nan)
        np.positive([1])
        np.ceil(1.2)
        np.floor([1,2])
        np.rint(2.5)
        np.modf(2.5)
        np.percentile([1,2],101)
    """,
]


def program(group):
    lines = [line.strip() for line in group.splitlines() if line.strip()]
    return HEAD + "".join(f"show(lambda: {line})\n" for line in lines)


CASES = [case for group in GROUPS for case in programs(program(group))]
