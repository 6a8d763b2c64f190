"""`SparkFiles`: where files are that `SparkContext.addFile` has sent to all tasks."""

# The folder that `addFile` writes into.
_ROOT = "/tmp/spark-files"


class SparkFiles:
    def __init__(self):
        raise NotImplementedError("Do not construct SparkFiles objects")

    @classmethod
    def get(cls, filename):
        return f"{_ROOT}/{filename}"

    @classmethod
    def getRootDirectory(cls):
        return _ROOT
