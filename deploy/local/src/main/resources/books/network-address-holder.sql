-- An allocated address of a port is held by a port that is there.
select a.id, a.ip_address, a.port_id, a.instance_id
from network.ip_address a left join network.port p on p.id = a.port_id and p.deleted_at is null
where a.status = 'ALLOCATED' and a.port_id is not null and p.id is null
