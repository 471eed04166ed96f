-- Every port of a network that is ready has an address.
select p.id, p.instance_id
from network.port p join network.instance_network n on n.id = p.instance_id
where p.deleted_at is null and n.status = 'READY'
  and not exists (select from network.ip_address a where a.port_id = p.id and a.status = 'ALLOCATED')
