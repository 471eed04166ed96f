-- A network that is released has no ports any more.
select p.id, p.instance_id
from network.port p join network.instance_network n on n.id = p.instance_id
where p.deleted_at is null and n.status = 'RELEASED'
