-- Every disk that a host which was heard should have, and has had, is there.
select d.id, d.storage_pool_id, d.compute_machine_id, d.status, o.state
from storage.disk d
join observed_inventory h on h.host_id = d.compute_machine_id
left join observed_thing o on o.id = d.id and o.host_id = d.compute_machine_id and o.kind = 'DISK'
where d.deleted_at is null and d.desired_present and d.status = 'AVAILABLE' and o.state is distinct from 'RUNNING'
