-- No address is allocated to an instance that is gone.
select a.id, a.ip_address, a.instance_id
from network.ip_address a join network.known_instance i on i.id = a.instance_id
where a.status = 'ALLOCATED' and i.status = 'DELETED' and not i.network_wanted
