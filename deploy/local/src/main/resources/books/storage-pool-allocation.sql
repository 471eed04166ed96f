-- What is allocated of a pool is what its disks have together.
select p.id, p.allocated_gb, coalesce(sum(d.size_gb), 0) as counted
from storage.storage_pool p left join storage.disk d on d.storage_pool_id = p.id and d.deleted_at is null
group by p.id, p.allocated_gb
having p.allocated_gb <> coalesce(sum(d.size_gb), 0)
