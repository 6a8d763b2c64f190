# Arrays in files of NumPy's own: `.npy`, one array; `.npz`, an archive of them.

from numpy import array, asarray, dtype, frombuffer, ndarray
import numpy as np

_MAGIC = b'\x93NUMPY\x01\x00'


def _packed(a):
    a = asarray(a)
    if a.dtype.kind == 'O':
        raise NotImplementedError("arrays of objects are not saved here: save a list with pickle")
    header = "{'descr': %r, 'fortran_order': False, 'shape': %r, }" % (a.dtype.str, a.shape)
    header += ' ' * (-(len(_MAGIC) + 2 + len(header) + 1) % 64) + '\n'
    return _MAGIC + len(header).to_bytes(2, 'little') + header.encode('latin1') + a.tobytes()


def _unpacked(data):
    if data[:6] != _MAGIC[:6]:
        raise ValueError("This file contains pickled (object) data. If you trust the file you can load it unsafely using the `allow_pickle=` keyword argument or `pickle.load()`.")
    start = 10 if data[6] == 1 else 12
    end = start + int.from_bytes(data[8:start], 'little')
    import ast
    header = ast.literal_eval(data[start:end].decode('latin1').strip())
    kept, shape = dtype(header['descr']), header['shape']
    if kept.kind == 'U':
        width = kept.itemsize // 4
        text = data[end:].decode('utf-32-le')
        flat = array([text[at:at + width].rstrip('\x00') for at in range(0, len(text), width)], kept)
    else:
        count = 1
        for length in shape:
            count *= length
        flat = frombuffer(data[end:], kept, count).copy()
    return flat.reshape(shape[::-1]).T if header['fortran_order'] else flat.reshape(shape)


def _written(file, end, data):
    if hasattr(file, 'write'):
        file.write(data)
        return
    name = str(file)
    with open(name if name.endswith(end) else name + end, 'wb') as stream:
        stream.write(data)


def save(file, arr, allow_pickle=True, fix_imports=None):
    _written(file, '.npy', _packed(arr))


def _archived(file, args, named, packing):
    import io
    import zipfile
    named = dict(named)
    for at, own in enumerate(args):
        key = f'arr_{at}'
        if key in named:
            raise ValueError(f"Cannot use un-named variables and keyword {key}")
        named[key] = own
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, 'w', packing) as archive:
        for key, own in named.items():
            archive.writestr(key + '.npy', _packed(own))
    _written(file, '.npz', stream.getvalue())


def savez(file, *args, allow_pickle=True, **kwds):
    _archived(file, args, kwds, 0)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    _archived(file, args, kwds, 8)


class NpzFile:
    def __init__(self, stream, name):
        import zipfile
        self.zip, self._name = zipfile.ZipFile(stream), name
        self.files = [own[:-4] if own.endswith('.npy') else own for own in self.zip.namelist()]

    @property
    def f(self):
        return self

    def __getattr__(self, name):
        if name.startswith('_') or name not in self.files:
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, key):
        key = key[:-4] if key.endswith('.npy') and key[:-4] in self.files else key
        if key not in self.files:
            raise KeyError(f"{key} is not a file in the archive")
        return _unpacked(self.zip.read(key + '.npy'))

    def __contains__(self, key):
        return key in self.files

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return list(self.files)

    def values(self):
        return [self[key] for key in self.files]

    def items(self):
        return [(key, self[key]) for key in self.files]

    def get(self, key, default=None):
        return self[key] if key in self.files else default

    def close(self):
        self.zip.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __repr__(self):
        shown = ', '.join(self.files[:5]) + ('...' if len(self.files) > 5 else '')
        return f"NpzFile {self._name!r} with keys: {shown}"


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII', *, max_header_size=10000):
    import io
    if hasattr(file, 'read'):
        data, name = file.read(), 'object'
    else:
        name = str(file)
        with open(name, 'rb') as stream:
            data = stream.read()
    if not data:
        raise EOFError("No data left in file")
    if data[:4] == b'PK\x03\x04':
        return NpzFile(io.BytesIO(data), name)
    return _unpacked(data)
