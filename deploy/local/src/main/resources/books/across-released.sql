-- What compute has deleted, network has released.
select i.id, n.status
from compute.instance i join network.instance_network n on n.id = i.id
where i.status = 'DELETED' and n.status <> 'RELEASED'
