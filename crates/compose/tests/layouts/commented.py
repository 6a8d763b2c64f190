# A program with a comment wherever one can be.
from time import sleep  # time
from pyspark import SparkContext
from pyspark.streaming import StreamingContext  # streams

# contexts
sc = SparkContext(appName="Commented")  # spark
ssc = StreamingContext(
    sc,  # the context
    1,  # a second
)  # streaming

# batches
data = [  # open
    # before the first
    [1, 2, 3],  # first
    [  # second opens
        4,  # four
        5  # five
    ],
    [6],
    # behind the last
]  # close

queue = []  # empty
for batch in data:
    # one at a time
    queue += [ssc.sparkContext.parallelize(batch)]  # fill

numbers = ssc.queueStream(queue)  # input
doubled = (
    # before the head
    numbers  # head
    # before map
    .map(lambda x: x * 2)  # map
    .filter(
        # inside filter
        lambda x: x > 2  # condition
    )  # filter
    # before the end
)  # end
(
    doubled.map(lambda x: (x, 1))  # pairs
    .reduceByKey(lambda a, b: a + b,  # sum
                 2)
    .window(windowDuration=4, slideDuration=2)  # window
    # print it
    .pprint(num=5)  # show
)
doubled.pprint()  # all
doubled \
    .count() \
    .pprint()  # count

# go
ssc.start()  # start
sleep(5)
ssc.stop()  # stop
