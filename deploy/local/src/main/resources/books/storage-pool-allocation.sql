-- What is allocated of a pool is what its disks and their snapshots have together, and what disks take beside it that are being rolled back, or moved
-- to it or from it.
select p.id, p.allocated_gb, coalesce(sum(held.size_gb), 0) as counted
from storage.storage_pool p left join (
    select storage_pool_id, size_gb + draft_gb as size_gb from storage.disk where deleted_at is null
    union all
    select storage_pool_id, size_gb from storage.disk_snapshot where deleted_at is null
    union all
    select storage_pool_id, size_gb from storage.disk_copy where deleted_at is null
) held on held.storage_pool_id = p.id
group by p.id, p.allocated_gb
having p.allocated_gb <> coalesce(sum(held.size_gb), 0)
