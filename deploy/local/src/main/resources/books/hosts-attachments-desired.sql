-- Every disk that an instance on a host which was heard has, by storage's word, it has by the host's.
select a.id, a.disk_id, a.instance_id, a.compute_machine_id, o.state
from storage.disk_attachment a
join observed_inventory h on h.host_id = a.compute_machine_id
left join observed_thing o on o.id = a.id and o.host_id = a.compute_machine_id and o.kind = 'DISK_ATTACHMENT'
where a.deleted_at is null and a.desired_present and a.status = 'ATTACHED' and o.state is distinct from 'RUNNING'
