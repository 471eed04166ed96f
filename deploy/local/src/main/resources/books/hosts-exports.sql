-- Every export that a host has is one of a backup, of a version of a snapshot or of a disk that is moved, and is not with the object store yet or is
-- just being taken back.
select o.host_id, o.id, o.state
from observed_thing o left join storage.backup b on b.id = o.id and b.compute_machine_id = o.host_id and not b.is_released
  left join storage.version_copy c on c.id = o.id and c.compute_machine_id = o.host_id and c.deleted_at is null
  left join storage.moving_disk m on m.id = o.id and m.compute_machine_id = o.host_id and m.deleted_at is null
where o.kind = 'SNAPSHOT_EXPORT' and o.state <> 'ABSENT' and b.id is null and c.id is null and m.id is null
