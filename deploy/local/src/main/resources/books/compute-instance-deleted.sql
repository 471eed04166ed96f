-- A deleted instance holds nothing: no machine, no quota, no virtual machine.
select i.id, i.compute_machine_id, i.quota_instances, v.id as virtual_machine_id
from compute.instance i
left join compute.virtual_machine v on v.instance_id = i.id and v.deleted_at is null
where i.status = 'DELETED' and (i.compute_machine_id is not null or i.quota_instances <> 0 or v.id is not null)
