-- What is stored belongs to a version or a backup, and what is received to an upload or a copy that is open; or a disk is moved by it.
select o.id, o.tenant_id, o.status
from storage.stored_object o
where o.status <> 'REMOVING' and not exists (select from storage.image_version v where v.object_id = o.id and v.deleted_at is null)
  and not exists (select from storage.backup b where b.object_id = o.id and b.deleted_at is null)
  and not exists (select from storage.moving_disk m where m.object_id = o.id and m.deleted_at is null)
  and not exists (select from storage.version_copy c where c.object_id = o.id and c.deleted_at is null)
