from pyspark import SparkContext
from pyspark.streaming import StreamingContext
sc=SparkContext();ssc=StreamingContext(sc,1);s=ssc.queueStream([[1,2,3],[],[4]],True);s.map(lambda x:(x,x),).reduceByKeyAndWindow(lambda a,b:a+b,None,3,1,2,filterFunc=lambda p:p).pprint(7);ssc.start();ssc.stop()
