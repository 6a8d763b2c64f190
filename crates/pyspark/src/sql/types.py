"""`pyspark.sql.types`: `Row`, a tuple with names. The types of columns wait for DataFrames."""

from pyspark.errors import PySparkAttributeError, PySparkKeyError, PySparkRuntimeError, PySparkTypeError, PySparkValueError
from pyspark._absent import absent_class as _absent_class

_TYPES = (
    "DataType NullType AtomicType StringType CharType VarcharType BinaryType BooleanType DateType TimestampType "
    "TimestampNTZType DecimalType DoubleType FloatType ByteType IntegerType LongType ShortType DayTimeIntervalType "
    "ArrayType MapType StructField StructType VariantType"
).split()
__all__ = ["Row"] + _TYPES

for _name in _TYPES:
    globals()[_name] = _absent_class(_name, __name__)


def _create_row(fields, values):
    row = Row(*values)
    row.__fields__ = fields
    return row


class Row(tuple):
    def __new__(cls, *args, **kwargs):
        if args and kwargs:
            raise PySparkValueError("[CANNOT_SET_TOGETHER] args and kwargs should not be set together.")
        if kwargs:
            row = tuple.__new__(cls, list(kwargs.values()))
            row.__fields__ = list(kwargs.keys())
            return row
        return tuple.__new__(cls, args)

    def asDict(self, recursive=False):
        if not hasattr(self, "__fields__"):
            raise PySparkTypeError("[CANNOT_CONVERT_TYPE] Cannot convert Row into dict.")
        values = map(_plain, self) if recursive else self
        return dict(zip(self.__fields__, values))

    def __contains__(self, item):
        if hasattr(self, "__fields__"):
            return item in self.__fields__
        return super().__contains__(item)

    def __call__(self, *args):
        if len(args) > len(self):
            raise PySparkValueError(f"[TOO_MANY_VALUES] Expected {len(self)} values for `fields`, got {len(args)}.")
        return _create_row(self, args)

    def __getitem__(self, item):
        if isinstance(item, (int, slice)):
            return super().__getitem__(item)
        try:
            return super().__getitem__(self.__fields__.index(item))
        except IndexError:
            raise PySparkKeyError(f"[KEY_NOT_EXISTS] Key `{item}` does not exist.")
        except ValueError:
            raise PySparkValueError(item)

    def __getattr__(self, item):
        if not item.startswith("__"):
            try:
                return self[self.__fields__.index(item)]
            except (IndexError, ValueError):
                pass
        raise PySparkAttributeError(f"[ATTRIBUTE_NOT_SUPPORTED] Attribute `{item}` is not supported.")

    def __setattr__(self, key, value):
        if key != "__fields__":
            raise PySparkRuntimeError("[READ_ONLY] Row is read-only.")
        self.__dict__[key] = value

    def __reduce__(self):
        if hasattr(self, "__fields__"):
            return _create_row, (self.__fields__, tuple(self))
        return Row, tuple(self)

    def __repr__(self):
        if hasattr(self, "__fields__"):
            return "Row(%s)" % ", ".join("%s=%r" % field for field in zip(self.__fields__, tuple(self)))
        return "<Row(%s)>" % ", ".join(map(repr, self))


def _plain(value):
    if isinstance(value, Row):
        return value.asDict(True)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
