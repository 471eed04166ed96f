-- Each snapshot is in the pool of its disk, and on its host.
select s.id, s.disk_id, s.storage_pool_id, d.storage_pool_id as of_disk
from storage.disk_snapshot s join storage.disk d on d.id = s.disk_id
where s.deleted_at is null and d.deleted_at is null
    and (s.storage_pool_id <> d.storage_pool_id or s.compute_machine_id is distinct from d.compute_machine_id)
