"""wait-for-router.py DEVICE: prints the default route of IPv6 that the kernel has learnt for the device, once there is one."""
import socket
import subprocess
import sys

RTMGRP_IPV6_ROUTE = 0x400
changes = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
changes.bind((0, RTMGRP_IPV6_ROUTE))
changes.settimeout(20)
while True:
    routes = subprocess.run(["ip", "-6", "route", "show", "default", "dev", sys.argv[1]],
                            capture_output=True, text=True, check=True).stdout
    if routes:
        print(routes)
        break
    changes.recv(65536)
