"""`findspark`: Spark is here already, so that there is nothing to find."""

import os as _os


def find():
    return _os.environ.get("SPARK_HOME", "/opt/spark")


def init(spark_home=None, python_path=None, edit_rc=False, edit_profile=False):
    _os.environ["SPARK_HOME"] = spark_home or find()


def add_packages(packages):
    raise NotImplementedError(
        "findspark.add_packages() is not available in Brooklet: there is no JVM to load packages into. Leave it out, and "
        "do in Python what they do"
    )


add_jars = add_packages
