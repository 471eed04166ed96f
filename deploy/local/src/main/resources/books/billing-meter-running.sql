-- What runs by a plan has a meter that says so, and the other way round.
select i.id, i.status, i.plan_id, m.plan_id as metered
from compute.instance i left join billing.meter m on m.id = i.id
where i.plan_id is not null and i.updated_at < now() - interval '5 minutes'
    and (i.status in ('RUNNING', 'STOPPING', 'RESTARTING', 'SUSPENDING')) <> (m.plan_id is not null)
