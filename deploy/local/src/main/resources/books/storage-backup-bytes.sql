-- Every backup that can be used has bytes that are stored, and as many as it says.
select b.id, b.object_id, b.size_gb, o.size_bytes as stored, o.status
from storage.backup b left join storage.stored_object o on o.id = b.object_id
where b.status = 'AVAILABLE' and (o.id is null or o.status <> 'STORED' or not o.is_backup or o.size_bytes <> b.size_gb::bigint << 30)
