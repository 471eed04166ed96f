-- An instance that runs from a version of an image has one disk for that on its machine, and one that is deleted has none that is kept.
select i.id, i.status, i.compute_machine_id, i.builds, count(d.id) as disks
from compute.instance i left join storage.disk d on d.boot_instance_id = i.id and d.deleted_at is null
    and d.status <> 'DELETING' and d.compute_machine_id = i.compute_machine_id and d.boot_builds = i.builds
where i.status = 'RUNNING' and 'boot-disk' = any(i.parts_wanted)
group by i.id, i.status, i.compute_machine_id, i.builds
having count(d.id) <> 1
union all
select i.id, i.status, d.compute_machine_id, d.boot_builds, 1
from compute.instance i join storage.disk d on d.boot_instance_id = i.id and d.deleted_at is null and d.status <> 'DELETING'
where i.status = 'DELETED'
