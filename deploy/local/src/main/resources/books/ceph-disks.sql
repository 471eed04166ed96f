-- A host has in Ceph the disks and snapshots that storage says are there, and none of which storage knows nothing, nor an export or a check that nobody needs.
with wanted as (
    select m.hostname, 'disk' as kind, d.id, d.status
    from storage.disk d join compute.compute_machine m on m.id = d.compute_machine_id
    where d.deleted_at is null
    union all
    select m.hostname, 'snapshot', s.id, s.status
    from storage.disk_snapshot s join compute.compute_machine m on m.id = s.compute_machine_id
    where s.deleted_at is null
    union all
    select m.hostname, 'export', b.id, 'ANY'
    from storage.backup b join compute.compute_machine m on m.id = b.compute_machine_id
    where not b.is_released
    union all
    select m.hostname, 'check', c.id, 'ANY'
    from storage.disk_check c join compute.compute_machine m on m.id = c.compute_machine_id
    where not c.is_released
    union all
    select m.hostname, 'disk', c.id, 'ANY'
    from storage.disk_copy c join compute.compute_machine m on m.id = c.compute_machine_id
    where c.deleted_at is null
    union all
    select m.hostname, 'export', c.id, 'ANY'
    from storage.version_copy c join compute.compute_machine m on m.id = c.compute_machine_id
    where c.deleted_at is null
    union all
    select m.hostname, 'export', d.id, 'ANY'
    from storage.moving_disk d join compute.compute_machine m on m.id = d.compute_machine_id
    where d.deleted_at is null)
select h.hostname, w.kind, w.id, 'is not there' as what
from wanted w join observed_ceph_host h on h.hostname = w.hostname
where w.status = 'AVAILABLE' and not exists (
    select from observed_ceph o where o.hostname = w.hostname and o.kind = w.kind and o.id = w.id)
union all
select o.hostname, o.kind, o.id, 'is nobody''s'
from observed_ceph o
where o.kind in ('disk', 'snapshot', 'export', 'check') and not exists (
    select from wanted w where w.hostname = o.hostname and w.kind = o.kind and w.id = o.id)
