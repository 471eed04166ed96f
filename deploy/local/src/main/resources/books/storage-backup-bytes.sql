-- Every backup that can be used has bytes that are stored, and as many as it says; so has all that it stands on.
select b.id, b.object_id, b.size_gb, b.stored_gb, o.size_bytes as stored, o.status
from storage.backup b left join storage.stored_object o on o.id = b.object_id
where b.status = 'AVAILABLE' and (o.id is null or o.status <> 'STORED' or not o.is_backup
  or (b.base_backup_id is null) <> (cardinality(b.base_object_ids) = 0)
  or case when b.base_backup_id is null
       then o.size_bytes <> (b.size_gb::bigint << 30) + case when b.encrypted then 4 << 20 else 0 end or b.stored_gb <> b.size_gb
       else least((o.size_bytes + (1 << 30) - 1) / (1 << 30), b.size_gb) <> b.stored_gb end
  or exists (
    select from unnest(b.base_object_ids) as below (id) left join storage.stored_object s on s.id = below.id
    where s.id is null or s.status <> 'STORED' or s.tenant_id <> b.tenant_id))
