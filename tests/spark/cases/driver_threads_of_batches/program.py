from datetime import datetime, timedelta
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Times")
ssc = StreamingContext(sc, 10)
times = []
stream = ssc.queueStream([[1], [2], [3], [4]])
stream.foreachRDD(lambda time, rdd: times.append(time))
stream.transform(lambda time, rdd: rdd.map(lambda x: "%s +%d" % (time.isoformat(), x))).pprint()
stream.window(20, 20).transform(lambda time, rdd: rdd.filter(lambda x: time.second == 20)).pprint()
ssc.start()
sleep(25)
print(times, times[1] - times[0] == timedelta(seconds=10), isinstance(times[0], datetime), times[0].tzinfo)
ssc.awaitTerminationOrTimeout(15)
ssc.stop()
print(len(times), times[-1].strftime("%H:%M:%S"))
