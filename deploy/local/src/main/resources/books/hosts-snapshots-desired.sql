-- Every snapshot that a host which was heard should have, and has had, is there.
select s.id, s.disk_id, s.compute_machine_id, s.status, o.state
from storage.disk_snapshot s
join observed_inventory h on h.host_id = s.compute_machine_id
left join observed_thing o on o.id = s.id and o.host_id = s.compute_machine_id and o.kind = 'DISK_SNAPSHOT'
where s.deleted_at is null and s.desired_present and s.status = 'AVAILABLE' and o.state is distinct from 'RUNNING'
