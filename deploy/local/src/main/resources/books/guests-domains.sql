-- Every machine that compute says runs does so on its host, and every other one of the platform that a host has is stopped, and known to compute.
select h.hostname, v.id, v.status, 'does not run' as what
from compute.virtual_machine v
join compute.compute_machine m on m.id = v.compute_machine_id
join observed_guest_host h on h.hostname = m.hostname and h.trouble is null
where v.deleted_at is null and v.status = 'RUNNING' and not exists (
    select from observed_guest o where o.hostname = h.hostname and o.kind = 'domain' and o.id = v.id and o.is_running)
union all
select o.hostname, o.id, coalesce(v.status, 'unknown'), case when v.status = 'STOPPED' then 'runs' else 'is nobody''s' end
from observed_guest o
left join compute.compute_machine m on m.hostname = o.hostname and m.deleted_at is null
left join compute.virtual_machine v on v.id = o.id and v.compute_machine_id = m.id and v.deleted_at is null
where o.kind = 'domain' and (v.id is null or v.status = 'STOPPED' and o.is_running)
