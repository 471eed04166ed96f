-- No MAC address is there twice.
select mac_address, count(*) from network.port where deleted_at is null group by mac_address having count(*) > 1
