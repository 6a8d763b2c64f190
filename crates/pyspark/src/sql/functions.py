"""`pyspark.sql.functions`: importing one works, calling one says that there are no DataFrames."""

from pyspark._absent import absent_method as _absent_method

__all__ = (
    "abs array asc avg broadcast coalesce col collect_list collect_set column concat concat_ws count count_distinct "
    "countDistinct current_date current_timestamp date_format desc dense_rank explode expr first from_json "
    "from_unixtime get_json_object hour lag last lead length lit lower max mean min minute month rank regexp_extract "
    "regexp_replace round row_number size split struct substring sum to_date to_json to_timestamp trim udf upper when "
    "window year"
).split()


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return _absent_method(name, __name__)
