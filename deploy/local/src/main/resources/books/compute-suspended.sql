-- Only what is off waits to be started again when its tenant's wallet is enough.
select s.instance_id, s.tenant_id, i.power, i.status
from compute.suspended_instance s left join compute.instance i on i.id = s.instance_id
where i.id is null or (i.power = 'RUNNING' and i.operation_id is null and i.deleted_at is null and s.since < now() - interval '10 minutes')
