"""receive.py ADDRESS: takes what one connection of TCP brings, and says how many bytes a second that were."""
import socket
import sys
import time

server = socket.create_server((sys.argv[1], 9000))
server.settimeout(20)
print("ready", flush=True)
connection, _ = server.accept()
connection.settimeout(20)
received, begun = 0, time.monotonic()
while data := connection.recv(1 << 20):
    received += len(data)
print(int(received / (time.monotonic() - begun)), flush=True)
