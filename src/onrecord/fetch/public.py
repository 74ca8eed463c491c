"""Which IP addresses are public: the only ones that are connected to unless the user says so."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Ip = IPv4Address | IPv6Address

NEVER = tuple(
    ip_network(each)
    for each in (
        "0.0.0.0/8",
        "169.254.0.0/16",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "100.100.100.200/32",
        "168.63.129.16/32",
        "::/128",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
        "fd00:ec2::/32",
        "fd20:ce::/32",
        "2001::/32",
        "2002::/16",
        "64:ff9b:1::/48",
    )
)
"""Nowhere, link-local, multicast, reserved, relays (6to4, Teredo), and where clouds answer for the
machine itself (169.254.169.254, fd00:ec2::254 and others): refused in an intranet, too. After the
registries of special-purpose addresses, https://www.iana.org/assignments/iana-ipv4-special-registry
and iana-ipv6-special-registry."""

PRIVATE = tuple(
    ip_network(each)
    for each in (
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "::1/128",
        "fc00::/7",
    )
)
"""This machine and private networks: what `--private-hosts` opens."""

NAT64 = IPv6Network("64:ff9b::/96")
COMPATIBLE = IPv6Network("::/96")


def refusal(address: str, *, private: bool) -> str | None:
    """Say why an IP address is not connected to, None if it is; `private` opens private networks.

    An IPv4 address inside an IPv6 one counts as itself.

    >>> refusal("93.184.215.14", private=False), refusal("::ffff:10.0.0.1", private=False)
    (None, 'which is private')
    """
    try:
        ip = _inner(ip_address(address.partition("%")[0]))
    except ValueError:
        return "which is no IP address"
    if _among(ip, NEVER):
        return "which is reserved"
    if _among(ip, PRIVATE):
        return None if private else "which is private"
    return None if ip.is_global and not ip.is_multicast else "which is not public"


def _among(ip: Ip, networks: tuple[object, ...]) -> bool:
    return any(ip in network for network in networks)  # type: ignore[operator]


def _inner(ip: Ip) -> Ip:
    """Give the IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip.ipv4_mapped:
        return ip.ipv4_mapped
    if ip in NAT64 or (ip in COMPATIBLE and int(ip) > 1):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip
