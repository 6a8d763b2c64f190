"""Options of the command line, the older way; `argparse` is the newer one."""

import os
import sys
import textwrap

NO_DEFAULT = ("NO", "DEFAULT")
SUPPRESS_HELP = "SUPPRESSHELP"
SUPPRESS_USAGE = "SUPPRESSUSAGE"


class OptParseError(Exception):
    def __init__(self, msg):
        self.msg = msg

    def __str__(self):
        return self.msg


class OptionError(OptParseError):
    def __init__(self, msg, option):
        self.msg = msg
        self.option_id = str(option)

    def __str__(self):
        return f"option {self.option_id}: {self.msg}" if self.option_id else self.msg


class OptionConflictError(OptionError):
    pass


class OptionValueError(OptParseError):
    pass


class BadOptionError(OptParseError):
    def __init__(self, opt_str):
        self.opt_str = opt_str

    def __str__(self):
        return f"no such option: {self.opt_str}"


class AmbiguousOptionError(BadOptionError):
    def __init__(self, opt_str, possibilities):
        BadOptionError.__init__(self, opt_str)
        self.possibilities = possibilities

    def __str__(self):
        return f"ambiguous option: {self.opt_str} ({', '.join(self.possibilities)}?)"


class Values:
    def __init__(self, defaults=None):
        for name, value in (defaults or {}).items():
            setattr(self, name, value)

    def __str__(self):
        return str(self.__dict__)

    def __repr__(self):
        return f"<Values at {id(self):#x}: {self}>"

    def __eq__(self, other):
        if isinstance(other, Values):
            return self.__dict__ == other.__dict__
        return self.__dict__ == other if isinstance(other, dict) else NotImplemented

    def ensure_value(self, attr, value):
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)


def _number(text):
    text = text.lower()
    for prefix, base in (("0x", 16), ("0b", 2), ("0", 8)):
        if text.startswith(prefix) and len(text) > len(prefix):
            return int(text[2:] or "0" if base == 2 else text, base)
    return int(text)


_KINDS = {"int": (_number, "integer"), "long": (_number, "integer"), "float": (float, "floating-point"), "complex": (complex, "complex")}


class Option:
    TYPES = ("string", "int", "long", "float", "complex", "choice")
    ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count", "callback", "help", "version")
    _TYPED = ("store", "append", "callback")

    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts = [], []
        for opt in opts:
            if len(opt) < 2:
                raise OptionError(f"invalid option string {opt!r}: must be at least two characters long", self)
            (self._long_opts if opt.startswith("--") else self._short_opts).append(opt)
        if not opts:
            raise TypeError("at least one option string must be supplied")
        self.action = attrs.pop("action", "store")
        for name in ("type", "dest", "nargs", "const", "choices", "callback", "callback_args", "callback_kwargs", "help", "metavar"):
            setattr(self, name, attrs.pop(name, None))
        self.default = attrs.pop("default", NO_DEFAULT)
        if attrs:
            raise OptionError(f"invalid keyword arguments: {', '.join(sorted(attrs))}", self)
        if self.action not in self.ACTIONS:
            raise OptionError(f"invalid action: {self.action!r}", self)
        if self.type is None:
            if self.action in ("store", "append"):
                self.type = "choice" if self.choices is not None else "string"
        elif isinstance(self.type, type):
            self.type = {"str": "string"}.get(self.type.__name__, self.type.__name__)
        elif self.type == "str":
            self.type = "string"
        if self.type is not None and self.type not in self.TYPES:
            raise OptionError(f"invalid option type: {self.type!r}", self)
        if self.action in ("store", "append", "store_const", "append_const", "store_true", "store_false", "count") or self.type is not None:
            if self.dest is None:
                name = self._long_opts[0][2:] if self._long_opts else self._short_opts[0][1:]
                self.dest = name.replace("-", "_")
        if self.action in self._TYPED and self.type is not None and self.nargs is None:
            self.nargs = 1

    def __str__(self):
        return "/".join(self._short_opts + self._long_opts)

    def __repr__(self):
        return f"<Option at {id(self):#x}: {self}>"

    def takes_value(self):
        return self.type is not None

    def get_opt_string(self):
        return (self._long_opts or self._short_opts)[0]

    def _checked(self, opt, value):
        if self.type in _KINDS:
            convert, name = _KINDS[self.type]
            try:
                return convert(value)
            except ValueError:
                raise OptionValueError(f"option {opt}: invalid {name} value: {value!r}") from None
        if self.type == "choice" and value not in self.choices:
            choices = ", ".join(map(repr, self.choices))
            raise OptionValueError(f"option {opt}: invalid choice: {value!r} (choose from {choices})")
        return value

    def process(self, opt, value, values, parser):
        if value is not None and self.nargs is not None:
            value = self._checked(opt, value) if self.nargs == 1 else tuple(self._checked(opt, each) for each in value)
        action = self.action
        if action == "store":
            setattr(values, self.dest, value)
        elif action == "store_const":
            setattr(values, self.dest, self.const)
        elif action == "store_true":
            setattr(values, self.dest, True)
        elif action == "store_false":
            setattr(values, self.dest, False)
        elif action == "append":
            values.ensure_value(self.dest, []).append(value)
        elif action == "append_const":
            values.ensure_value(self.dest, []).append(self.const)
        elif action == "count":
            setattr(values, self.dest, values.ensure_value(self.dest, 0) + 1)
        elif action == "callback":
            self.callback(self, opt, value, parser, *(self.callback_args or ()), **(self.callback_kwargs or {}))
        elif action == "help":
            parser.print_help()
            parser.exit()
        elif action == "version":
            parser.print_version()
            parser.exit()
        return 1


make_option = Option


class _Container:
    def _init(self, description):
        self.option_list = []
        self.description = description

    def set_description(self, description):
        self.description = description

    def add_option(self, *args, **kwargs):
        option = args[0] if args and isinstance(args[0], Option) else Option(*args, **kwargs)
        known = self._parser._short | self._parser._long
        taken = [opt for opt in option._short_opts + option._long_opts if opt in known]
        if taken:
            if self._parser.conflict_handler != "resolve":
                raise OptionConflictError(f"conflicting option string(s): {', '.join(taken)}", option)
            for opt in taken:
                self._parser._short.pop(opt, None)
                self._parser._long.pop(opt, None)
        self.option_list.append(option)
        self._parser._short.update((opt, option) for opt in option._short_opts)
        self._parser._long.update((opt, option) for opt in option._long_opts)
        if option.dest is not None:
            if option.default is not NO_DEFAULT:
                self._parser.defaults[option.dest] = option.default
            else:
                self._parser.defaults.setdefault(option.dest, None)
        return option

    def add_options(self, option_list):
        for option in option_list:
            self.add_option(option)


class OptionGroup(_Container):
    def __init__(self, parser, title, description=None):
        self._parser = parser
        self.title = title
        self._init(description)


class OptionParser(_Container):
    def __init__(
        self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error", description=None,
        formatter=None, add_help_option=True, prog=None, epilog=None,
    ):
        self._parser = self
        self._short, self._long, self.defaults = {}, {}, {}
        self.conflict_handler = conflict_handler
        self.option_groups = []
        self.prog, self.epilog, self.version = prog, epilog, version
        self.allow_interspersed_args = True
        self._init(description)
        self.set_usage(usage)
        self.add_options(option_list or ())
        if version:
            self.add_option("--version", action="version", help="show program's version number and exit")
        if add_help_option:
            self.add_option("-h", "--help", action="help", help="show this help message and exit")

    def set_usage(self, usage):
        if usage is None:
            self.usage = "%prog [options]"
        elif usage is SUPPRESS_USAGE:
            self.usage = None
        else:
            self.usage = usage[7:] if usage.lower().startswith("usage: ") else usage

    def enable_interspersed_args(self):
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        self.allow_interspersed_args = False

    def set_default(self, dest, value):
        self.defaults[dest] = value

    def set_defaults(self, **kwargs):
        self.defaults.update(kwargs)

    def add_option_group(self, *args, **kwargs):
        group = args[0] if isinstance(args[0], OptionGroup) else OptionGroup(self, *args, **kwargs)
        self.option_groups.append(group)
        return group

    def has_option(self, opt_str):
        return opt_str in self._short or opt_str in self._long

    def get_option(self, opt_str):
        return self._short.get(opt_str) or self._long.get(opt_str)

    def get_default_values(self):
        defaults = dict(self.defaults)
        for option in self._all():
            value = defaults.get(option.dest)
            if isinstance(value, str):
                defaults[option.dest] = option._checked(option.get_opt_string(), value)
        return Values(defaults)

    def _all(self):
        return self.option_list + [option for group in self.option_groups for option in group.option_list]

    def parse_args(self, args=None, values=None):
        rest = list(sys.argv[1:] if args is None else args)
        values = self.get_default_values() if values is None else values
        left = []
        try:
            while rest:
                arg = rest[0]
                if arg == "--":
                    del rest[0]
                    break
                if arg.startswith("--"):
                    self._long_option(rest, values)
                elif arg[:1] == "-" and len(arg) > 1:
                    self._short_options(rest, values)
                elif self.allow_interspersed_args:
                    left.append(rest.pop(0))
                else:
                    break
        except (BadOptionError, OptionValueError) as error:
            self.error(str(error))
        self.values = values
        return values, left + rest

    def _value(self, option, opt, rest):
        if not option.takes_value():
            return None
        if len(rest) < option.nargs:
            self.error(f"{opt} option requires {option.nargs} argument{'' if option.nargs == 1 else 's'}")
        taken = rest[:option.nargs]
        del rest[:option.nargs]
        return taken[0] if option.nargs == 1 else tuple(taken)

    def _long_option(self, rest, values):
        opt, equals, given = rest.pop(0).partition("=")
        if opt not in self._long:
            found = sorted(known for known in self._long if known.startswith(opt))
            if len(found) != 1:
                raise AmbiguousOptionError(opt, found) if found else BadOptionError(opt)
            opt = found[0]
        option = self._long[opt]
        if equals:
            if not option.takes_value():
                self.error(f"{opt} option does not take a value")
            rest.insert(0, given)
        option.process(opt, self._value(option, opt, rest), values, self)

    def _short_options(self, rest, values):
        letters = rest.pop(0)[1:]
        while letters:
            opt, letters = "-" + letters[0], letters[1:]
            option = self._short.get(opt)
            if option is None:
                raise BadOptionError(opt)
            if option.takes_value() and letters:
                rest.insert(0, letters)
                letters = ""
            option.process(opt, self._value(option, opt, rest), values, self)

    def get_prog_name(self):
        return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

    def expand_prog_name(self, s):
        return s.replace("%prog", self.get_prog_name())

    def get_usage(self):
        return f"Usage: {self.expand_prog_name(self.usage)}\n" if self.usage else ""

    def print_usage(self, file=None):
        if self.usage:
            print(self.get_usage(), file=file)

    def get_version(self):
        return self.expand_prog_name(self.version) if self.version else ""

    def print_version(self, file=None):
        if self.version:
            print(self.get_version(), file=file)

    def exit(self, status=0, msg=None):
        if msg:
            sys.stderr.write(msg)
        sys.exit(status)

    def error(self, msg):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

    def format_help(self, formatter=None):
        columns = int(os.environ.get("COLUMNS", 80)) - 2
        parts = [self.get_usage() + "\n"] if self.usage else []
        if self.description:
            parts.append(textwrap.fill(self.expand_prog_name(self.description), columns) + "\n\n")
        entries = [("Options", None, self.option_list, 2)]
        entries += [(group.title, group.description, group.option_list, 4) for group in self.option_groups]
        shown = [(_invocation(option), indent) for _, _, options, indent in entries for option in options if option.help is not SUPPRESS_HELP]
        width = min(max((len(text) + indent for text, indent in shown), default=0) + 2, 24)
        body = []
        for number, (title, description, options, indent) in enumerate(entries):
            lines = [" " * (indent - 2) + title + ":\n"]
            if description:
                lines.append(textwrap.fill(description, columns - indent, initial_indent=" " * indent, subsequent_indent=" " * indent) + "\n\n")
            for option in options:
                if option.help is not SUPPRESS_HELP:
                    lines.append(self._option_help(option, indent, width, columns))
            body.append("".join(lines))
        parts.append("\n".join(body))
        if self.epilog:
            parts.append("\n" + textwrap.fill(self.epilog, columns) + "\n")
        return "".join(parts)

    def _option_help(self, option, indent, width, columns):
        text = _invocation(option)
        room = width - indent - 2
        if len(text) > room:
            head, first = " " * indent + text + "\n", width
        else:
            head, first = " " * indent + text.ljust(room) + "  ", 0
        if not option.help:
            return head if head.endswith("\n") else head.rstrip() + "\n"
        default = self.defaults.get(option.dest)
        help = option.help.replace("%default", "none" if default is None or default is NO_DEFAULT else str(default))
        lines = textwrap.wrap(help, max(columns - width, 11))
        return head + " " * first + lines[0] + "\n" + "".join(" " * width + line + "\n" for line in lines[1:])

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())


def _invocation(option):
    if not option.takes_value():
        return ", ".join(option._short_opts + option._long_opts)
    metavar = option.metavar or option.dest.upper()
    return ", ".join([f"{opt} {metavar}" for opt in option._short_opts] + [f"{opt}={metavar}" for opt in option._long_opts])
