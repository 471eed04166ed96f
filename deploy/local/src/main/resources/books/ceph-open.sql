-- Whoever has a disk's image open in Ceph to write to it, or locked, is shut out, or has a reason: the disk is attached there, an instance there
-- boots from it, or its host is at work on it. Where no host is, nobody has anything open.
with needed as (
    select a.compute_machine_id, a.disk_id as id from storage.disk_attachment a where a.deleted_at is null
    union all
    select d.compute_machine_id, d.id from storage.disk d
    where d.deleted_at is null and (d.boot_instance_id is not null or d.status <> 'AVAILABLE')
    union all
    select s.compute_machine_id, s.disk_id from storage.disk_snapshot s where s.deleted_at is null and s.status <> 'AVAILABLE'
    union all
    select b.compute_machine_id, b.disk_id from storage.backup b where not b.is_released
    union all
    select c.compute_machine_id, c.id from storage.disk_check c where not c.is_released
    union all
    select c.compute_machine_id, c.id from storage.disk_copy c where c.deleted_at is null
    union all
    select v.compute_machine_id, v.disk_id from storage.moving_disk v where v.deleted_at is null)
select o.hostname, o.name, o.kind, o.client, o.address,
    case when m.id is null then 'there is no such host' else 'has no reason' end as what
from observed_ceph_holder o
left join compute.compute_machine m on m.hostname = o.hostname and m.deleted_at is null
where not o.is_shut_out and (m.id is null or o.name not like 'base.%' and not exists (
    select from needed n where n.compute_machine_id = m.id and n.id = o.id))
