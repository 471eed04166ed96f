-- What storage has of a tenant has a meter of that tenant that says how much, and the other way round; no tenant whose it was before still pays for it.
select t.id, t.size_gb, m.size_gb as metered
from (
    select id, tenant_id, size_gb, updated_at,
        status in ('AVAILABLE', 'GROWING', 'RESTORING', 'ROTATING', 'MOVING') and boot_instance_id is null as paid
    from storage.disk
    union all
    select id, tenant_id, size_gb, updated_at, status = 'AVAILABLE' from storage.disk_snapshot
    union all
    select id, tenant_id, size_gb, updated_at, status = 'AVAILABLE' from storage.backup
) t left join billing.meter m on m.resource_id = t.id and m.tenant_id = t.tenant_id
where t.updated_at < now() - interval '5 minutes' and m.size_gb is distinct from (case when t.paid then t.size_gb end)
union all
select m.resource_id, null, m.size_gb
from billing.meter m join billing.meter later on later.resource_id = m.resource_id and later.generation > m.generation
where (m.article is not null or m.plan_id is not null) and m.updated_at < now() - interval '5 minutes'
