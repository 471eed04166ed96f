"""begin-connections.py ADDRESS SECONDS: begins connections of UDP to as many ports of the address as it can, for so long."""
import socket
import sys
import time

address, seconds = sys.argv[1], float(sys.argv[2])
end = time.monotonic() + seconds
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.setblocking(False)
port = 0
while time.monotonic() < end:
    port = port % 60000 + 1
    try:
        sender.sendto(b"", (address, port))
    except OSError:
        pass
