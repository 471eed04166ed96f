-- Every check of a disk that a host has is one whose result was not taken over yet, or that is just being taken back.
select o.host_id, o.id, o.state
from observed_thing o left join storage.disk_check c on c.id = o.id and c.compute_machine_id = o.host_id and not c.is_released
where o.kind = 'DISK_CHECK' and o.state <> 'ABSENT' and c.id is null
