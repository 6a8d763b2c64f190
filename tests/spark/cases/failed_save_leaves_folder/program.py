import os
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
sc = SparkContext('local[2]', 'failed save')
ssc = StreamingContext(sc, 1)
ssc.queueStream([['k3']]).map(lambda x: int(x)).saveAsTextFiles('out', 'txt')
ssc.queueStream([sc.parallelize([1, 0], 2)]).map(lambda x: 1 // x).saveAsTextFiles('out2')
ssc.start()
sleep(1)
ssc.stop(stopSparkContext=False)
print(sorted(d for d in os.listdir('.') if d.startswith('out')))
for again in range(2):
    try:
        sc.parallelize([1, 0], 2).map(lambda x: 1 // x).saveAsTextFile('once')
    except Exception as failure:
        print([line.strip() for line in str(failure).split('\n') if 'ZeroDivisionError' in line or 'already exists' in line][0].split('/')[0])
print(os.listdir('once'))
sc.stop()
