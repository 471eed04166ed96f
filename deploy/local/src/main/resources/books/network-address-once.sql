-- No address is there twice in a subnet, however it is written.
select subnet_id, ip_address::inet as address, count(*) from network.ip_address
group by subnet_id, ip_address::inet having count(*) > 1
