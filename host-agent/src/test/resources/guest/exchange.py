"""exchange.py OWN OWN-PORT ADDRESS PORT: sends to that address and port for two seconds, and prints "heard" if anything comes from there, or "nothing"."""
import socket
import sys
import time

own, own_port, address, port = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
kind = socket.AF_INET6 if ":" in address else socket.AF_INET
end_point = socket.socket(kind, socket.SOCK_DGRAM)
end_point.bind((own, own_port))
end_point.settimeout(0.1)
heard, end = False, time.monotonic() + 2
while time.monotonic() < end:
    try:
        end_point.sendto(b"x", (address, port))
        heard |= end_point.recvfrom(16)[1][:2] == (address, port)
    except OSError:
        # Nothing has come yet, or nobody is there.
        time.sleep(0.05)
print("heard" if heard else "nothing")
