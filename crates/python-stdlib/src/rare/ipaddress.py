"""Addresses and networks of the Internet Protocol, versions 4 and 6."""

from functools import total_ordering as _total_ordering

from _ip_text import AddressValueError
from _ip_text import v4_number as _v4_number, v4_text as _v4_text
from _ip_text import v6_number as _v6_number, v6_text as _v6_text

IPV4LENGTH = 32
IPV6LENGTH = 128


class NetmaskValueError(ValueError):
    """A netmask that is none."""


def ip_address(address):
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address):
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


class _Base:
    """What addresses and networks of one version share."""

    __slots__ = ()

    @property
    def exploded(self):
        return self._exploded(str(self))

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return self._reverse()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._length


def _other_version(left, right):
    return TypeError(f"{left} and {right} are not of the same version")


@_total_ordering
class _Address(_Base):
    __slots__ = ()

    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self._version} address")
            if address >> self._length:
                bits = self._length
                raise AddressValueError(f"{address} (>= 2**{bits}) is not permitted as an IPv{self._version} address")
            self._ip = address
            return
        if isinstance(address, bytes):
            if len(address) != self._length // 8:
                raise AddressValueError(
                    f"{address!r} (len {len(address)} != {self._length // 8}) "
                    f"is not permitted as an IPv{self._version} address"
                )
            self._ip = int.from_bytes(address, "big")
            return
        text = str(address)
        if "/" in text:
            raise AddressValueError(f"Unexpected '/' in {address!r}")
        self._ip = self._read(text)

    def __int__(self):
        return self._ip

    def __index__(self):
        return self._ip

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return self._ip == other._ip and self._version == other._version

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self._version != other._version:
            raise _other_version(self, other)
        return self._ip < other._ip

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(self._ip + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(self._ip - other)

    def __hash__(self):
        return hash(hex(self._ip))

    def __str__(self):
        return self._write(self._ip)

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        kind = spec[-1]
        flags = spec[:-1]
        if kind not in "xbnX" or flags not in ("", "#", "_", "#_"):
            return super().__format__(spec)
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        digits = self._length if kind == "b" else self._length // 4
        if "_" in flags:
            digits += digits // 4 - 1
        if "#" in flags:
            digits += 2
        return format(self._ip, f"{flags.replace('_', '')}0{digits}{flags.replace('#', '')}{kind}")

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def packed(self):
        return self._ip.to_bytes(self._length // 8, "big")

    def _is_in(self, networks):
        return any(self in network for network in networks)

    @property
    def is_multicast(self):
        return self in self._networks["multicast"]

    @property
    def is_reserved(self):
        return self._is_in(self._networks["reserved"])

    @property
    def is_link_local(self):
        return self in self._networks["link_local"]

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_private(self):
        return self._is_in(self._networks["private"])


@_total_ordering
class _Network(_Base):
    def __init__(self, address, strict=True):
        if isinstance(address, (int, bytes)):
            mask = self._length
        elif isinstance(address, tuple):
            address, mask = address if len(address) > 1 else (address[0], self._length)
        else:
            parts = str(address).split("/")
            if len(parts) > 2:
                raise AddressValueError(f"Only one '/' permitted in {address!r}")
            address, mask = parts if len(parts) == 2 else (parts[0], self._length)
        self.network_address = self._address_class(address)
        self._prefixlen = self._prefix(mask)
        self.netmask = self._address_class(self._mask(self._prefixlen))
        packed = int(self.network_address)
        if packed & int(self.netmask) != packed:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(packed & int(self.netmask))

    @classmethod
    def _mask(cls, prefix):
        return (1 << cls._length) - (1 << cls._length - prefix)

    @classmethod
    def _prefix(cls, mask):
        if isinstance(mask, int):
            prefix = mask
        elif mask.isascii() and mask.isdigit():
            prefix = int(mask)
        else:
            return cls._prefix_of_mask(mask)
        if not 0 <= prefix <= cls._length:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask")
        return prefix

    @classmethod
    def _prefix_of_mask(cls, mask):
        if cls._version == 6:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask")
        try:
            number = _v4_number(mask)
        except AddressValueError:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask") from None
        whole = (1 << 32) - 1
        for bits in (number, number ^ whole):
            low = bits ^ whole
            if low & (low + 1) == 0:
                return 32 - low.bit_length()
        raise NetmaskValueError(f"{mask!r} is not a valid netmask")

    @property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @property
    def hostmask(self):
        return self._address_class(int(self.netmask) ^ (1 << self._length) - 1)

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def num_addresses(self):
        return 1 << self._length - self._prefixlen

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return (
            self._version == other._version
            and self.network_address == other.network_address
            and self._prefixlen == other._prefixlen
        )

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self._version != other._version:
            raise _other_version(self, other)
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __contains__(self, other):
        if other._version != self._version or isinstance(other, _Network):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def __iter__(self):
        first = int(self.network_address)
        for number in range(first, first + self.num_addresses):
            yield self._address_class(number)

    def __getitem__(self, at):
        size = self.num_addresses
        if not -size <= at < size:
            raise IndexError("address out of range")
        return self._address_class(int(self.network_address) + at % size)

    def hosts(self):
        first, last = int(self.network_address), int(self.broadcast_address)
        whole = self._length - self._prefixlen
        if whole == 0:
            return [self._address_class(first)]
        if whole == 1:
            return [self._address_class(first), self._address_class(last)]
        end = last if self._version == 4 else last + 1
        return (self._address_class(number) for number in range(first + 1, end))

    def overlaps(self, other):
        return (
            self.network_address in other
            or self.broadcast_address in other
            or other.network_address in self
            or other.broadcast_address in self
        )

    def subnet_of(self, other):
        if self._version != other._version:
            raise _other_version(self, other)
        return other.network_address <= self.network_address and other.broadcast_address >= self.broadcast_address

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._length:
            yield self
            return
        prefix = self._prefixlen + prefixlen_diff if new_prefix is None else new_prefix
        if new_prefix is not None and new_prefix < self._prefixlen:
            raise ValueError("new prefix must be longer")
        if new_prefix is not None and prefixlen_diff != 1:
            raise ValueError("cannot set prefixlen_diff and new_prefix")
        if prefix < self._prefixlen:
            raise ValueError("prefix length diff must be > 0")
        if prefix > self._length:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        first = int(self.network_address)
        for number in range(first, first + self.num_addresses, 1 << self._length - prefix):
            yield self.__class__((number, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self._prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return self.__class__((int(self.network_address) & self._mask(prefix), prefix))

    @property
    def is_multicast(self):
        return self.network_address.is_multicast and self.broadcast_address.is_multicast

    @property
    def is_private(self):
        return self.network_address.is_private and self.broadcast_address.is_private

    @property
    def is_loopback(self):
        return self.network_address.is_loopback and self.broadcast_address.is_loopback


class _V4:
    __slots__ = ()
    _version = 4
    _length = IPV4LENGTH

    def _exploded(self, text):
        return text

    def _reverse(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class _V6:
    __slots__ = ()
    _version = 6
    _length = IPV6LENGTH

    def _exploded(self, text):
        address, slash, prefix = text.partition("/")
        number = _v6_number(address)
        words = (f"{number >> shift & 0xFFFF:04x}" for shift in range(112, -1, -16))
        return ":".join(words) + slash + prefix

    def _reverse(self):
        digits = self._exploded(str(self))[::-1].replace(":", "")
        return ".".join(digits) + ".ip6.arpa"


class IPv4Address(_V4, _Address):
    __slots__ = ("_ip", "__weakref__")
    _read = staticmethod(_v4_number)
    _write = staticmethod(_v4_text)

    @property
    def is_loopback(self):
        return self in self._networks["loopback"]

    @property
    def is_reserved(self):
        return self in self._networks["reserved"]

    @property
    def is_global(self):
        return self not in self._networks["shared"] and not self.is_private


class IPv6Address(_V6, _Address):
    __slots__ = ("_ip", "_scope_id", "__weakref__")
    _write = staticmethod(_v6_text)

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, str) and "%" in address and "/" not in address:
            text, _, scope = address.partition("%")
            if not scope or "%" in scope:
                raise AddressValueError(f'Invalid IPv6 address: "{address!r}"')
            self._scope_id, address = scope, text
        super().__init__(address)

    _read = staticmethod(_v6_number)

    def __str__(self):
        text = super().__str__()
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is not True:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def is_site_local(self):
        return self in self._networks["site_local"]

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return mapped.is_private if mapped is not None else super().is_private

    @property
    def is_global(self):
        return not self.is_private

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


class IPv4Network(_V4, _Network):
    _address_class = IPv4Address

    @property
    def is_global(self):
        shared = IPv4Address._networks["shared"]
        inside = self.network_address in shared and self.broadcast_address in shared
        return not inside and not self.is_private


class IPv6Network(_V6, _Network):
    _address_class = IPv6Address


class _Interface:
    """An address with its network: what interfaces of both versions share."""

    __slots__ = ()

    def __init__(self, address):
        plain, mask = address, None
        if isinstance(address, tuple):
            plain, mask = address if len(address) > 1 else (address[0], self._length)
        elif isinstance(address, str) and "/" in address:
            plain, _, mask = address.partition("/")
        super().__init__(plain)
        self.network = self._network_class((plain, self._length if mask is None else mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @property
    def hostmask(self):
        return self.network.hostmask

    @property
    def ip(self):
        return self._network_class._address_class(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self.ip}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.ip}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.ip}/{self.hostmask}"

    def __str__(self):
        return f"{super().__str__()}/{self._prefixlen}"

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is not True:
            return equal
        return isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return NotImplemented
        if not isinstance(other, _Interface):
            return False
        return self.network < other.network or self.network == other.network and less

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))


class IPv4Interface(_Interface, IPv4Address):
    _network_class = IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    _network_class = IPv6Network


IPv4Address._networks = {
    "link_local": IPv4Network("169.254.0.0/16"),
    "loopback": IPv4Network("127.0.0.0/8"),
    "multicast": IPv4Network("224.0.0.0/4"),
    "shared": IPv4Network("100.64.0.0/10"),
    "reserved": IPv4Network("240.0.0.0/4"),
    "private": [
        IPv4Network(text)
        for text in (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/29",
            "192.0.0.170/31",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "255.255.255.255/32",
        )
    ],
}
IPv6Address._networks = {
    "link_local": IPv6Network("fe80::/10"),
    "multicast": IPv6Network("ff00::/8"),
    "site_local": IPv6Network("fec0::/10"),
    "private": [
        IPv6Network(text)
        for text in (
            "::1/128",
            "::/128",
            "::ffff:0:0/96",
            "100::/64",
            "2001::/23",
            "2001:2::/48",
            "2001:db8::/32",
            "2001:10::/28",
            "fc00::/7",
            "fe80::/10",
        )
    ],
    "reserved": [
        IPv6Network(text)
        for text in (
            "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6 fe00::/9"
        ).split()
    ],
}
