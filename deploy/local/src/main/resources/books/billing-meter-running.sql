-- What runs by a plan has a meter of its tenant that says so, and the other way round; no tenant whose it was before still pays for it.
select i.id, i.status, i.plan_id, m.plan_id as metered
from compute.instance i left join billing.meter m on m.resource_id = i.id and m.tenant_id = i.tenant_id
where i.plan_id is not null and i.updated_at < now() - interval '5 minutes'
    and (i.status in ('RUNNING', 'STOPPING', 'RESTARTING', 'SUSPENDING')) <> (m.plan_id is not null)
union all
select i.id, i.status, i.plan_id, m.plan_id
from compute.instance i join billing.meter m on m.resource_id = i.id and m.tenant_id <> i.tenant_id
where m.plan_id is not null and i.updated_at < now() - interval '5 minutes'
