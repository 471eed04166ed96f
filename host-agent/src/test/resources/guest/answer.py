"""answer.py SOURCE ADDRESS: sends, as that source, an answer of TCP to that address which it has never asked for."""
import socket
import struct
import sys

source, address = (socket.inet_aton(each) for each in sys.argv[1:3])
SYN_AND_ACK = 0x12
header = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 40, 1, 0, 64, socket.IPPROTO_TCP, 0, source, address)
answer = struct.pack("!HHIIBBHHH", 9001, 40000, 1, 1, 5 << 4, SYN_AND_ACK, 1024, 0, 0)
sender = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
sender.sendto(header + answer, (sys.argv[2], 0))
print("sent")
