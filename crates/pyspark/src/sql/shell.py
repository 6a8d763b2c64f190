"""What the `pyspark` shell has ready."""

from pyspark.sql import SparkSession, SQLContext

spark = SparkSession.builder.appName("PySparkShell").getOrCreate()
sc = spark.sparkContext
sqlContext = sqlCtx = SQLContext(sc, spark)
version = sc.version
