"""send.py ADDRESS SECONDS: sends as much as it can by one connection of TCP, for so long."""
import socket
import sys
import time

connection = socket.create_connection((sys.argv[1], 9000), 20)
end = time.monotonic() + float(sys.argv[2])
while time.monotonic() < end:
    connection.sendall(b"x" * 65536)
connection.close()
