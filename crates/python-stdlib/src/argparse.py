"""Options and arguments of a command line."""

import os as _os
import re as _re
import sys as _sys
import textwrap as _textwrap

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER = "?", "*", "+", "..."
_WIDTH = 78
_HELP_COLUMN = 24


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument and ("/".join(argument.option_strings) or argument.metavar or argument.dest)
        self.message = message

    def __str__(self):
        return f"argument {self.argument_name}: {self.message}" if self.argument_name else self.message


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % item for item in self.__dict__.items()))


class HelpFormatter:
    """Wraps the description and the help."""

    def wrapped(self, text, width, indent=""):
        return _textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def help_of(self, action):
        return action.help


class RawDescriptionHelpFormatter(HelpFormatter):
    def wrapped(self, text, width, indent=""):
        return "\n".join(indent + line if line else line for line in text.splitlines())


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def help_of(self, action):
        if "%(default)" in action.help or action.default is SUPPRESS:
            return action.help
        if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
            return action.help + " (default: %(default)s)"
        return action.help


class Action:
    """One option or positional argument."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)

    def shown(self, fallback):
        if self.metavar is not None:
            name = self.metavar
        elif self.choices is not None:
            name = "{%s}" % ",".join(map(str, self.choices))
        else:
            name = fallback
        names = name if isinstance(name, tuple) else None
        at = lambda index: names[index] if names else name
        if self.nargs is None:
            return at(0)
        if self.nargs == OPTIONAL:
            return "[%s]" % at(0)
        if self.nargs == ZERO_OR_MORE:
            return "[%s ...]" % at(0)
        if self.nargs == ONE_OR_MORE:
            return "%s [%s ...]" % (at(0), at(-1))
        if self.nargs == REMAINDER:
            return "..."
        return " ".join(at(index) for index in range(self.nargs))


class _Const(Action):
    def __init__(self, option_strings, dest, **options):
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _True(_Const):
    def __init__(self, option_strings, dest, default=False, **options):
        super().__init__(option_strings, dest, const=True, default=default, **options)


class _False(_Const):
    def __init__(self, option_strings, dest, default=True, **options):
        super().__init__(option_strings, dest, const=False, default=default, **options)


class _Append(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or ()), values])


class _Count(_Const):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(_Const):
    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(_Const):
    def __init__(self, option_strings, dest, version=None, help="show program's version number and exit", **options):
        super().__init__(option_strings, dest, default=SUPPRESS, help=help, **options)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        parser.exit(message=self.version % {"prog": parser.prog} + "\n", file=_sys.stdout)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, **options):
        negations = ["--no-" + name[2:] for name in option_strings if name.startswith("--")]
        super().__init__([name for pair in zip(option_strings, negations) for name in pair], dest, nargs=0, **options)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))


_ACTIONS = {
    None: Action, "store": Action, "store_const": _Const, "store_true": _True, "store_false": _False,
    "append": _Append, "count": _Count, "help": _Help, "version": _Version,
}

# How the strings that an action takes look, where A is an argument, O an option and - the mark `--`.
_PATTERNS = {None: "A", OPTIONAL: "A?", ZERO_OR_MORE: "A*", ONE_OR_MORE: "A+", REMAINDER: "[AO]*"}


def _pattern(action):
    return "(%s)" % (_PATTERNS[action.nargs] if action.nargs in _PATTERNS else "A" * action.nargs)


class _Group:
    """Arguments under one title, or ones that exclude each other."""

    def __init__(self, parser, title=None, description=None, exclusive=False, required=False):
        self.parser = parser
        self.title = title
        self.description = description
        self.exclusive = exclusive
        self.required = required
        self.actions = []

    def add_argument(self, *names, **options):
        action = self.parser._make(names, options)
        self.actions.append(action)
        if self.exclusive:
            self.parser._group_of(action).actions.append(action)
        return action


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, formatter_class=HelpFormatter,
                 argument_default=None, add_help=True, **others):
        self.prog = prog or _os.path.basename(_sys.argv[0])
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter = formatter_class()
        self.argument_default = argument_default
        self._actions = []
        self._defaults = {}
        self._groups = [_Group(self, "positional arguments"), _Group(self, "options")]
        self._exclusive = []
        if add_help:
            self.add_argument("-h", "--help", action="help", default=SUPPRESS, help="show this help message and exit")

    def _make(self, names, options):
        kind = options.pop("action", None)
        if not isinstance(kind, type):
            if kind not in _ACTIONS:
                raise ValueError("unknown action %r" % (kind,))
            kind = _ACTIONS[kind]
        if names and not names[0].startswith("-"):
            dest = names[0]
            strings = []
            nargs = options.get("nargs")
            options["required"] = nargs != OPTIONAL and (nargs != ZERO_OR_MORE or "default" not in options)
        elif names:
            strings = list(names)
            long = [name for name in names if name.startswith("--")]
            dest = options.pop("dest", None) or (long or strings)[0].lstrip("-").replace("-", "_")
        else:
            strings, dest = [], options.pop("dest")
        if options.get("default") is None and dest in self._defaults:
            options["default"] = self._defaults[dest]
        elif "default" not in options and self.argument_default is not None:
            options["default"] = self.argument_default
        for string in strings:
            if any(string in action.option_strings for action in self._actions):
                clash = kind(strings, dest)
                raise ArgumentError(clash, "conflicting option string: " + string)
        action = kind(strings, dest, **options)
        self._actions.append(action)
        return action

    def _group_of(self, action):
        return self._groups[1 if action.option_strings else 0]

    def add_argument(self, *names, **options):
        action = self._make(names, options)
        self._group_of(action).actions.append(action)
        return action

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, required=False):
        group = _Group(self, exclusive=True, required=required)
        self._exclusive.append(group)
        return group

    def set_defaults(self, **defaults):
        self._defaults.update(defaults)
        for action in self._actions:
            if action.dest in defaults:
                action.default = defaults[action.dest]

    def get_default(self, dest):
        return next((action.default for action in self._actions if action.dest == dest), self._defaults.get(dest))

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            return namespace, self._parse(list(_sys.argv[1:] if args is None else args), namespace)
        except ArgumentError as error:
            self.error(str(error))

    def _option(self, arg):
        """What a string that looks like an option means: the action, its name, its value; None for an argument."""
        if len(arg) < 2 or arg[0] != "-":
            return None
        by_name = {name: action for action in self._actions for name in action.option_strings}
        if arg in by_name:
            return by_name[arg], arg, None
        name, equals, value = arg.partition("=")
        if equals and name in by_name:
            return by_name[name], name, value
        if arg.startswith("--"):
            close = [known for known in by_name if known.startswith(name)]
            if len(close) > 1:
                raise ArgumentError(None, "ambiguous option: %s could match %s" % (arg, ", ".join(close)))
            if close:
                return by_name[close[0]], close[0], value if equals else None
        elif arg[:2] in by_name:
            return by_name[arg[:2]], arg[:2], arg[2:]
        if " " in arg or _re.fullmatch(r"-\d+|-\d*\.\d+", arg):
            return None
        return None, arg, None

    def _parse(self, args, namespace):
        plain = args.index("--") if "--" in args else len(args)
        options = {index: option for index in range(plain) if (option := self._option(args[index])) is not None}
        if plain < len(args):
            del args[plain]
        kinds = "".join("O" if index in options else "A" for index in range(len(args)))
        waiting = [action for action in self._actions if not action.option_strings]
        seen, given, rest = [], [], []

        def take(action, values, name=None):
            value = self._values(action, values)
            seen.append(action)
            if values or action.option_strings or value is not action.default:
                given.append(action)
                for group in self._exclusive:
                    if action in group.actions:
                        for other in group.actions:
                            if other is not action and other in given:
                                shown = "/".join(other.option_strings) or other.dest
                                raise ArgumentError(action, "not allowed with argument " + shown)
            action(self, namespace, value, name)

        def positionals(start):
            for count in range(len(waiting), 0, -1):
                match = _re.match("".join(map(_pattern, waiting[:count])), kinds[start:])
                if match:
                    for action, part in zip(waiting[:count], match.groups()):
                        take(action, args[start:start + len(part)])
                        start += len(part)
                    del waiting[:count]
                    break
            return start

        index = 0
        while any(at >= index for at in options):
            following = min(at for at in options if at >= index)
            if index != following:
                end = positionals(index)
                if end == index:
                    rest += args[index:following]
                    index = following
                else:
                    index = end
                    continue
            action, name, value = options[index]
            index += 1
            if action is None:
                rest.append(name)
                continue
            while action.nargs == 0 and value is not None:
                known = self._option("-" + value) if name[:2] != "--" and len(name) == 2 else None
                if known is None or known[0] is None:
                    raise ArgumentError(action, "ignored explicit argument %r" % value)
                take(action, [], name)
                action, name, value = known
            if value is not None:
                take(action, [value], name)
                continue
            if action.nargs == 0:
                take(action, [], name)
                continue
            match = _re.match(_pattern(action), kinds[index:])
            if match is None:
                wanted = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                          ONE_OR_MORE: "expected at least one argument"}
                many = "expected %s argument%s" % (action.nargs, "" if action.nargs == 1 else "s")
                raise ArgumentError(action, wanted.get(action.nargs, many))
            end = index + len(match.group(1))
            take(action, args[index:end], name)
            index = end
        index = positionals(index)
        rest += args[index:]
        missing = []
        for action in self._actions:
            if action not in seen:
                if action.required:
                    missing.append("/".join(action.option_strings) or action.metavar or action.dest)
                elif isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                    setattr(namespace, action.dest, self._converted(action, action.default))
        if missing:
            self.error("the following arguments are required: " + ", ".join(missing))
        for group in self._exclusive:
            if group.required and not any(action in given for action in group.actions):
                names = ["/".join(action.option_strings) or action.dest for action in group.actions]
                self.error("one of the arguments %s is required" % " ".join(names))
        return rest

    def _converted(self, action, text):
        if action.type is None or action.default is SUPPRESS:
            return text
        try:
            return action.type(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, "invalid %s value: %r" % (name, text))

    def _values(self, action, texts):
        if action.nargs == 0:
            return []
        if not texts and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            return self._converted(action, value) if isinstance(value, str) else value
        if not texts and action.nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        values = [self._converted(action, text) for text in texts]
        if action.choices is not None:
            for value in values:
                if value not in action.choices:
                    known = ", ".join(map(repr, action.choices))
                    raise ArgumentError(action, "invalid choice: %r (choose from %s)" % (value, known))
        return values[0] if action.nargs in (None, OPTIONAL) else values

    def _usage_parts(self):
        optionals, positionals = [], []
        grouped = {id(action): group for group in self._exclusive for action in group.actions}
        done = set()
        for action in self._actions:
            if action.help is SUPPRESS:
                continue
            group = grouped.get(id(action))
            if group is not None:
                if id(group) not in done:
                    done.add(id(group))
                    inner = [self._usage_of(member) for member in group.actions]
                    optionals.append(("(%s)" if group.required else "[%s]") % " | ".join(inner))
            elif action.option_strings:
                text = self._usage_of(action)
                optionals.append(text if action.required else "[%s]" % text)
            else:
                positionals.append(action.shown(action.dest))
        return optionals, positionals

    def _usage_of(self, action):
        if not action.option_strings:
            return action.shown(action.dest)
        if action.nargs == 0:
            return " | ".join(action.option_strings) if isinstance(action, BooleanOptionalAction) else action.option_strings[0]
        return "%s %s" % (action.option_strings[0], action.shown(action.dest.upper()))

    def format_usage(self):
        if self.usage is not None:
            return "usage: %s\n" % (self.usage % {"prog": self.prog})
        optionals, positionals = self._usage_parts()
        text = " ".join(["usage: " + self.prog, *optionals, *positionals])
        if len(text) <= _WIDTH:
            return text + "\n"
        indent = " " * (len(self.prog) + len("usage: ") + 1)
        lines = []
        for start, parts in (("usage: " + self.prog, optionals), (None, positionals)):
            line = start if start else indent[:-1]
            for part in parts:
                if len(line) + 1 + len(part) > _WIDTH and line.strip():
                    lines.append(line)
                    line = indent[:-1]
                line += " " + part
            if line.strip():
                lines.append(line)
        return "\n".join(lines) + "\n"

    def format_help(self):
        paragraphs = [self.format_usage()]
        if self.description:
            paragraphs.append(self.formatter.wrapped(self.description % {"prog": self.prog}, _WIDTH) + "\n")
        shown = [action for group in self._groups for action in group.actions if action.help is not SUPPRESS]
        longest = max((len(self._invocation(action)) + 2 for action in shown), default=0)
        column = min(longest + 2, _HELP_COLUMN)
        for group in self._groups:
            actions = [action for action in group.actions if action.help is not SUPPRESS]
            if actions or group.description:
                text = group.title + ":\n"
                if group.description:
                    text += "  %s\n\n" % group.description
                paragraphs.append(text + "".join(self._help_lines(action, column) for action in actions))
        if self.epilog:
            paragraphs.append(self.formatter.wrapped(self.epilog % {"prog": self.prog}, _WIDTH) + "\n")
        return "\n".join(paragraphs)

    def _invocation(self, action):
        if not action.option_strings:
            if action.metavar is None and action.choices is None:
                return action.dest
            return Action([], action.dest, choices=action.choices, metavar=action.metavar).shown(action.dest)
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        value = action.shown(action.dest.upper())
        return ", ".join("%s %s" % (name, value) for name in action.option_strings)

    def _help_lines(self, action, column):
        start = "  " + self._invocation(action)
        if not action.help:
            return start + "\n"
        known = dict(vars(action), prog=self.prog)
        if action.choices is not None:
            known["choices"] = ", ".join(map(str, action.choices))
        if hasattr(action.type, "__name__"):
            known["type"] = action.type.__name__
        help = self.formatter.help_of(action) % known
        if isinstance(self.formatter, RawTextHelpFormatter):
            lines = help.splitlines()
        else:
            lines = _textwrap.wrap(" ".join(help.split()), max(_WIDTH - column, 11))
        indent = " " * column
        if len(start) <= column - 2:
            text = start.ljust(column) + lines.pop(0) + "\n"
        else:
            text = start + "\n"
        return text + "".join(indent + line + "\n" for line in lines)

    def print_usage(self, file=None):
        (file or _sys.stdout).write(self.format_usage())

    def print_help(self, file=None):
        (file or _sys.stdout).write(self.format_help())

    def exit(self, status=0, message=None, file=None):
        if message:
            (file or _sys.stderr).write(message)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self.mode = mode

    def __call__(self, name):
        return open(name, self.mode)
