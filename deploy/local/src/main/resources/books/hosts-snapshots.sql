-- Every snapshot that a host has is one that storage keeps there.
select o.host_id, o.id, o.state
from observed_thing o left join storage.disk_snapshot s
    on s.id = o.id and s.compute_machine_id = o.host_id and s.deleted_at is null
where o.kind = 'DISK_SNAPSHOT' and o.state <> 'ABSENT' and s.id is null
