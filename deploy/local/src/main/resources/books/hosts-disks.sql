-- Every disk that a host has is one that storage keeps there, or that is moved to it or from it.
select o.host_id, o.id, o.state
from observed_thing o left join storage.disk d
    on d.id = o.id and d.compute_machine_id = o.host_id and d.deleted_at is null
left join storage.disk_copy c on c.id = o.id and c.compute_machine_id = o.host_id and c.deleted_at is null
where o.kind = 'DISK' and o.state <> 'ABSENT' and d.id is null and c.id is null
