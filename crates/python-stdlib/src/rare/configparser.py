"""Files of settings in sections."""

import re
from collections.abc import MutableMapping

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        where = "" if source is None else f"While reading from {source!r}" + (f" [line {lineno:2d}]" if lineno else "") + ": section "
        text = f"{section!r} already exists"
        Error.__init__(self, where + text if source is not None else "Section " + text)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = f"{option!r} in section {section!r} already exists"
        if source is None:
            text = "Option " + text
        else:
            text = f"While reading from {source!r}" + (f" [line {lineno:2d}]" if lineno else "") + ": option " + text
        Error.__init__(self, text)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        msg = (
            f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
            f"{reference!r} which is not a valid option name. Raw value: {rawval!r}"
        )
        InterpolationError.__init__(self, option, section, msg)
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        msg = (
            f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}"
        )
        InterpolationError.__init__(self, option, section, msg)
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source=None, filename=None):
        Error.__init__(self, f"Source contains parsing errors: {source!r}")
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    _key = re.compile(r"%\(([^)]+)\)s")

    def before_get(self, parser, section, option, value, defaults):
        return self._filled(parser, section, option, value, value, defaults, 1)

    def _filled(self, parser, section, option, rest, raw, defaults, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        parts = []
        while rest:
            at = rest.find("%")
            if at < 0:
                parts.append(rest)
                break
            parts.append(rest[:at])
            rest = rest[at:]
            mark = rest[1:2]
            if mark == "%":
                parts.append("%")
                rest = rest[2:]
            elif mark == "(":
                found = self._key.match(rest)
                if found is None:
                    raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
                name = parser.optionxform(found.group(1))
                rest = rest[found.end():]
                if name not in defaults:
                    raise InterpolationMissingOptionError(option, section, raw, name)
                value = defaults[name]
                if "%" in value:
                    value = self._filled(parser, section, option, value, raw, defaults, depth + 1)
                parts.append(value)
            else:
                raise InterpolationSyntaxError(option, section, f"'%' must be followed by '%' or '(', found: {rest!r}")
        return "".join(parts)

    def before_set(self, parser, section, option, value):
        left = self._key.sub("", value.replace("%%", ""))
        if "%" in left:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, left.find("%")))
        return value


class ExtendedInterpolation(Interpolation):
    _key = re.compile(r"\$\{([^}]+)\}")

    def before_get(self, parser, section, option, value, defaults):
        def filled(match):
            path = match.group(1).split(":")
            try:
                if len(path) == 1:
                    found = defaults[parser.optionxform(path[0])]
                elif len(path) == 2:
                    found = parser.get(path[0], parser.optionxform(path[1]), raw=True)
                else:
                    raise InterpolationSyntaxError(option, section, f"More than one ':' found: {match.group()!r}")
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, value, ":".join(path)) from None
            return self.before_get(parser, path[0] if len(path) == 2 else section, option, found, defaults)

        return "$".join(self._key.sub(filled, part) for part in value.split("$$"))


class _Mapping(MutableMapping):
    def keys(self):
        return dict.fromkeys(self).keys()

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def update(self, other=(), **more):
        for key, value in {**dict(other), **more}.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, default=_UNSET):
        if key not in self and default is not _UNSET:
            return default
        value = self[key]
        del self[key]
        return value


class RawConfigParser(_Mapping):
    BOOLEAN_STATES = {
        "1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False,
    }
    _default_interpolation = Interpolation()

    def __init__(
        self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
        inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT,
        interpolation=_UNSET, converters=_UNSET,
    ):
        self._sections = {}
        self._defaults = {}
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._allow_no_value = allow_no_value
        self._strict = strict
        self._empty_lines = empty_lines_in_values
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._default_interpolation
        self._interpolation = Interpolation() if interpolation is None else interpolation
        for name, convert in ({} if converters is _UNSET else converters).items():
            setattr(self, "get" + name, lambda section, option, _convert=convert, **options: self._converted(section, _convert, option, **options))
        if defaults:
            for key, value in defaults.items():
                self._defaults[self.optionxform(key)] = value if value is None else str(value)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def has_section(self, section):
        return section in self._sections

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(self._sections[section] | {key: None for key in self._defaults})

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(str(name) if hasattr(name, "__fspath__") else name)
        return done

    def read_file(self, f, source=None):
        self._read(f, source or getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        added = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, value if value is None else str(value))

    def _read(self, lines, source):
        seen = set()
        section, name, options = None, None, None
        indent = 0
        error = None
        for number, line in enumerate(lines, 1):
            value = line.strip()
            comment = False
            if value.startswith(self._comments) and self._comments:
                value, comment = "", True
            for prefix in self._inline:
                at = -1
                while True:
                    at = line.find(prefix, at + 1)
                    if at < 0:
                        break
                    if at == 0 or line[at - 1].isspace():
                        value, comment = line[:at].strip(), True
                        break
            if not value:
                if self._empty_lines:
                    if not comment and section is not None and name and options.get(name) is not None:
                        options[name].append("")
                else:
                    indent = float("inf")
                continue
            here = len(line) - len(line.lstrip())
            if section is not None and name and here > indent:
                options[name].append(value)
                continue
            indent = here
            header = re.match(r"\[(.+)\]", value)
            if header:
                section = header.group(1)
                if section == self.default_section:
                    options = self._defaults
                elif section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, source, number)
                    options = self._sections[section]
                else:
                    options = self._sections[section] = {}
                seen.add(section)
                name = None
            elif options is None:
                raise MissingSectionHeaderError(source, number, line)
            else:
                places = [(value.find(mark), mark) for mark in self._delimiters if mark in value]
                if places:
                    at, mark = min(places)
                    name, text = value[:at].rstrip(), value[at + len(mark):].strip()
                elif self._allow_no_value:
                    name, text = value, None
                else:
                    name, text = "", ""
                if not name:
                    error = error or ParsingError(source)
                    error.append(number, repr(line))
                    name = None
                    continue
                name = self.optionxform(name)
                if self._strict and (section, name) in seen:
                    raise DuplicateOptionError(section, name, source, number)
                seen.add((section, name))
                options[name] = None if text is None else [text]
        for options in (self._defaults, *self._sections.values()):
            for key, value in options.items():
                if isinstance(value, list):
                    options[key] = "\n".join(value).rstrip()
        if error is not None:
            raise error

    def _values(self, section, vars):
        if section in self._sections:
            own = self._sections[section]
        elif section == self.default_section:
            own = {}
        else:
            raise NoSectionError(section)
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return {**self._defaults, **own, **given}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        name = self.optionxform(option)
        if name not in values:
            if fallback is _UNSET:
                raise NoOptionError(name, section)
            return fallback
        value = values[name]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, name, value, values)

    def _converted(self, section, convert, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, **options):
        return self._converted(section, int, option, **options)

    def getfloat(self, section, option, **options):
        return self._converted(section, float, option, **options)

    def getboolean(self, section, option, **options):
        return self._converted(section, self._to_boolean, option, **options)

    def _to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        values = self._values(section, vars)
        if raw:
            return list(values.items())
        return [
            (key, value if value is None else self._interpolation.before_get(self, section, key, value, values))
            for key, value in values.items()
        ]

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            options = self._defaults
        elif section in self._sections:
            options = self._sections[section]
        else:
            raise NoSectionError(section)
        options[self.optionxform(option)] = value

    def remove_option(self, section, option):
        if section != self.default_section and section not in self._sections:
            raise NoSectionError(section)
        options = self._sections.get(section, self._defaults)
        option = self.optionxform(option)
        existed = option in options
        options.pop(option, None)
        return existed

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def write(self, fp, space_around_delimiters=True):
        mark = self._delimiters[0]
        if space_around_delimiters:
            mark = f" {mark} "
        groups = list(self._sections.items())
        if self._defaults:
            groups.insert(0, (self.default_section, self._defaults))
        for name, options in groups:
            fp.write(f"[{name}]\n")
            for key, value in options.items():
                if value is not None or not self._allow_no_value:
                    key += mark + str(value).replace("\n", "\n\t")
                fp.write(key + "\n")
            fp.write("\n")

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if key not in self._sections:
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])


class ConfigParser(RawConfigParser):
    _default_interpolation = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and (value is not None or not self._allow_no_value):
            raise TypeError("option values must be strings")
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)


SafeConfigParser = ConfigParser


class SectionProxy(_Mapping):
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def __repr__(self):
        return f"<Section: {self._name}>"

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str) and value is not None:
            raise TypeError("option values must be strings")
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **options):
        return self._parser.getint(self._name, option, fallback=fallback, **options)

    def getfloat(self, option, fallback=None, **options):
        return self._parser.getfloat(self._name, option, fallback=fallback, **options)

    def getboolean(self, option, fallback=None, **options):
        return self._parser.getboolean(self._name, option, fallback=fallback, **options)
