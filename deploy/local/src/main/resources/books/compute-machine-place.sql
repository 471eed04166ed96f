-- A machine stands in the data centre of its pool.
select m.id, m.hostname, m.edge_data_center_id, p.edge_data_center_id as of_pool
from compute.compute_machine m join compute.resource_pool p on p.id = m.resource_pool_id
where m.deleted_at is null and m.edge_data_center_id <> p.edge_data_center_id
