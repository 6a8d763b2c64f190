import os
import struct
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

os.makedirs("frames")
sc = SparkContext("local[2]", "Binary")
ssc = StreamingContext(sc, 1)
records = ssc.binaryRecordsStream("frames", 6)
records.map(lambda r: struct.unpack(">Hi", r)).pprint()
records.map(lambda r: (r[0], r.hex(), len(r), type(r).__name__)).pprint()
records.count().pprint()


def drop(name, data):
    with open(name, "wb") as f:
        f.write(data)
    os.rename(name, os.path.join("frames", name))


ssc.start()
drop("a.bin", struct.pack(">HiHi", 1, -5, 65535, 2**31 - 1))
sleep(1)
drop("b.bin", b"")
drop("c.bin", struct.pack(">Hi", 7, 0))
sleep(1)
drop("short.bin", b"1234567")
sleep(2)
ssc.stop()
