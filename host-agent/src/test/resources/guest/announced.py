"""announced.py DEVICE ADDRESS SECONDS: prints "ready", and then the MAC address of whoever says unasked that the address is its own, or "nobody"."""
import ipaddress
import socket
import sys
import time

device, address, seconds = sys.argv[1], ipaddress.ip_address(sys.argv[2]), float(sys.argv[3])
EVERYTHING, ARP, IPV6, ADVERTISEMENT = 3, 0x0806, 0x86dd, 136
listener = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(EVERYTHING))
listener.bind((device, 0))
print("ready", flush=True)
end = time.monotonic() + seconds
while time.monotonic() < end:
    listener.settimeout(max(0.01, end - time.monotonic()))
    try:
        frame = listener.recv(2048)
    except OSError:
        break
    kind, content = int.from_bytes(frame[12:14], "big"), frame[14:]
    own = kind == ARP and content[14:18] == content[24:28] == address.packed
    own |= kind == IPV6 and content[6] == 58 and content[40] == ADVERTISEMENT and content[48:64] == address.packed
    if own:
        print(frame[6:12].hex(":"))
        sys.exit()
print("nobody")
