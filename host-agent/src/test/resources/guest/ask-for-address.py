"""ask-for-address.py DEVICE: asks by DHCP of IPv6 as RFC 8415 says, and prints "told ADDRESS NAME-SERVERS" once it is told."""
import ipaddress
import os
import socket
import struct
import sys
import time

device = sys.argv[1]
mac = bytes.fromhex(open("/sys/class/net/%s/address" % device).read().strip().replace(":", ""))
client = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
client.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, device.encode())
client.bind(("::", 546))
client.settimeout(1)
SOLICIT, ADVERTISE, REQUEST, REPLY = 1, 2, 3, 7
CLIENT, SERVER, ADDRESSES, ADDRESS, WANTED, ELAPSED, NAME_SERVERS = 1, 2, 3, 5, 6, 8, 23


def option(code, content):
    return struct.pack("!HH", code, len(content)) + content


def options(content):
    found = {}
    while content:
        code, length = struct.unpack("!HH", content[:4])
        found[code] = content[4:4 + length]
        content = content[4 + length:]
    return found


def ask(kind, answer, more):
    for _ in range(20):
        number = os.urandom(3)
        asked = (bytes([kind]) + number + option(CLIENT, struct.pack("!HH", 3, 1) + mac)
                 + option(ELAPSED, b"\0\0") + option(WANTED, struct.pack("!H", NAME_SERVERS)) + more)
        try:
            client.sendto(asked, ("ff02::1:2", 547, 0, socket.if_nametoindex(device)))
            said = client.recv(2048)
        except OSError:
            # Nobody has answered, or the device's own address is not known to be its own yet.
            time.sleep(0.5)
            continue
        if said[0] == answer and said[1:4] == number:
            return options(said[4:])
    sys.exit("nobody answered")


offered = ask(SOLICIT, ADVERTISE, option(ADDRESSES, b"\0\0\0\1" + bytes(8)))
told = ask(REQUEST, REPLY, option(SERVER, offered[SERVER]) + option(ADDRESSES, offered[ADDRESSES]))
address = options(told[ADDRESSES][12:])[ADDRESS][:16]
servers = told.get(NAME_SERVERS, b"")
print("told", ipaddress.IPv6Address(address),
      *[ipaddress.IPv6Address(servers[at:at + 16]) for at in range(0, len(servers), 16)])
