-- Every disk that a host has at a virtual machine is one that storage keeps there.
select o.host_id, o.id, o.state
from observed_thing o left join storage.disk_attachment a
    on a.id = o.id and a.compute_machine_id = o.host_id and a.deleted_at is null
where o.kind = 'DISK_ATTACHMENT' and o.state <> 'ABSENT' and a.id is null
