"""open, os, os.path, glob, io: reading and writing, and what goes wrong."""

from templates import family, lines, programs

START = """import os, glob, io
os.makedirs('room/sub', exist_ok=True)
with open('room/notes.txt', 'w') as f:
    f.write('first\\nsecond\\nthird')
"""
CASES = [
    *family(
        "$e",
        code=START,
        e=[
            "open('room/notes.txt').read()", "open('room/notes.txt').readlines()", "list(open('room/notes.txt'))",
            "open('room/notes.txt').readline()", "open('room/notes.txt', 'rb').read(3)", "[line.strip() for line in open('room/notes.txt')]",
            "open('room/none.txt')", "open('room')", "open('room/notes.txt', 'x')", "open('room/notes.txt', 'q')", "open('room/notes.txt', 'rw')",
            "open('room/notes.txt').write('a')", "open('room/none/x.txt', 'w')", "open('a.txt', 'rb', encoding='utf-8')", "open(2.5)",
            "open('room/notes.txt', 'rb').read().decode().upper()", "open('room/notes.txt').read(5)", "sum(len(line) for line in open('room/notes.txt'))",
            "os.listdir('room/none')", "os.mkdir('room')", "os.makedirs('room')", "os.rmdir('room')", "os.remove('room/none')", "os.rename('room/none', 'x')",
            "sorted(os.listdir('room'))", "os.path.exists('room/notes.txt'), os.path.isdir('room'), os.path.isfile('room'), os.path.getsize('room/notes.txt')",
            "os.path.getsize('room/none')", "sorted(glob.glob('room/*'))", "glob.glob('room/*.txt')", "glob.glob('room/n?tes.*')", "glob.glob('none/*')",
            "[(os.path.basename(top), sorted(folders), files) for top, folders, files in os.walk('room')]",
            "open('room/notes.txt', 'rb').readline()", "type(open('room/notes.txt')).__name__, open('room/notes.txt').mode, open('room/notes.txt').name",
        ],
    ),
    *lines(
        """
        os.path.join('a', 'b'), os.path.join('a/', 'b'), os.path.join('a', '/b'), os.path.join('', 'b'), os.path.join('a', ''), os.path.join('a', 'b', 'c.txt')
        os.path.basename('/a/b.txt'), os.path.basename('a/'), os.path.dirname('/a/b.txt'), os.path.dirname('b'), os.path.split('/a/b'), os.path.split('/')
        os.path.splitext('x.tar.gz'), os.path.splitext('.bashrc'), os.path.splitext('a.b/c'), os.path.splitext('a/b.c')
        os.path.normpath('a/../b/./c//d'), os.path.normpath(''), os.path.normpath('/../a'), os.path.isabs('/a'), os.path.isabs('a')
        os.sep, os.linesep, os.environ.get('NO_SUCH_NAME', 'none'), os.path.commonprefix(['abc', 'abd']), os.path.relpath('a/b', 'a/c')
        os.path.join(1, 2)
        """,
        code="import os\n",
    ),
    *programs(
        START
        + """
with open('room/log.txt', 'w', encoding='utf-8') as f:
    print(f.write('né\\n'), f.closed)
    f.writelines(['a\\n', 'b\\n'])
    print('printed', 1, file=f)
print(f.closed)
with open('room/log.txt', 'a') as f:
    f.write('end')
print(open('room/log.txt', 'rb').read())
f.write('x')
---
"""
        + START
        + """
with open('room/data.bin', 'wb') as f:
    f.write(bytes(range(5)))
    f.write(b'xyz')
with open('room/data.bin', 'r+b') as f:
    f.seek(2)
    print(f.read(2), f.tell())
    f.write(b'!')
    f.seek(0, 2)
    print(f.tell())
print(open('room/data.bin', 'rb').read())
with open('room/data.bin', 'wb') as f:
    f.write('text')
---
"""
        + START
        + """
os.rename('room/notes.txt', 'room/sub/moved.txt')
print(os.listdir('room/sub'), os.path.exists('room/notes.txt'))
os.remove('room/sub/moved.txt')
os.rmdir('room/sub')
os.makedirs('other')
print(os.listdir('other'))
os.rmdir('other')
try:
    open('room/sub/moved.txt')
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename, isinstance(error, OSError))
---
import io
s = io.StringIO('one\\ntwo\\n')
print(s.readline(), s.read(), s.getvalue())
s = io.StringIO()
print('hi', 3, file=s)
s.write('é!')
print(repr(s.getvalue()), s.tell(), s.seek(1), s.read(2))
b = io.BytesIO(b'abc')
print(b.read(1), b.tell(), b.getvalue(), list(io.BytesIO(b'x\\ny')))
s.close()
s.read()
---
"""
        + START
        + """
with open('room/crlf.txt', 'wb') as f:
    f.write(b'a\\r\\nb\\rc\\n')
print(open('room/crlf.txt').read(), open('room/crlf.txt', newline='').readlines())
with open('room/crlf.txt') as f:
    header = next(f)
    print(repr(header), [line for line in f])
    print(repr(f.read()))
---
"""
        + START
        + """
counts = {}
with open('room/notes.txt') as source, open('room/copy.txt', 'w') as target:
    for number, line in enumerate(source, 1):
        counts[line.strip()] = number
        target.write(f'{number}: {line}')
print(counts, open('room/copy.txt').read())
open('room/notes.txt').nope
"""
    ),
]
