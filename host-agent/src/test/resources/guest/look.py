"""look.py ADDRESS: begins a connection of TCP to port 9001 of the address, and prints what it is told by it."""
import socket
import sys

connection = socket.create_connection((sys.argv[1], 9001), 5)
print(connection.recv(16).decode(), flush=True)
