-- An instance, the disk that it boots from and those that are attached to it are one tenant's, unless storage has still to follow.
select disk.id, disk.tenant_id, instance.id as instance_id, instance.tenant_id as whose
from storage.disk disk
join compute.instance instance on instance.id = disk.boot_instance_id
    or instance.id in (select held.instance_id from storage.disk_attachment held where held.disk_id = disk.id and held.deleted_at is null)
where disk.deleted_at is null and disk.transfer_id is null and instance.deleted_at is null and disk.tenant_id <> instance.tenant_id
