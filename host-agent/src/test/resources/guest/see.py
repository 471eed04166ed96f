"""see.py ADDRESS: takes one connection of TCP to port 9001 of the address, and prints from which address it comes."""
import socket
import sys

kind = socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET
# Whoever is reached by a floating address has another one.
server = socket.create_server(("", 9001), family=kind)
server.settimeout(20)
print("ready", flush=True)
connection, peer = server.accept()
connection.sendall(b"seen")
connection.close()
print(peer[0], flush=True)
