"""`pyspark.sql`: sessions and rows. DataFrames are named, so that importing them does no harm."""

from pyspark._absent import absent_class as _absent_class
from pyspark.sql.context import HiveContext, SQLContext
from pyspark.sql.session import SparkSession
from pyspark.sql.types import Row

_DATAFRAMES = (
    "DataFrame Column Catalog UDFRegistration GroupedData DataFrameNaFunctions DataFrameStatFunctions Window "
    "WindowSpec DataFrameReader DataFrameWriter"
).split()
__all__ = ["SparkSession", "SQLContext", "HiveContext", "Row"] + _DATAFRAMES

for _name in _DATAFRAMES:
    globals()[_name] = _absent_class(_name, __name__)
