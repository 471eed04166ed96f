-- Each port of a machine that runs is a device of its host, and each device of a port is of one that network keeps there.
select h.hostname, p.id, 'has no device' as what
from network.port p
join compute.compute_machine m on m.id = p.compute_machine_id
join observed_guest_host h on h.hostname = m.hostname and h.trouble is null
join compute.virtual_machine v on v.instance_id = p.instance_id and v.compute_machine_id = m.id and v.deleted_at is null
where p.deleted_at is null and p.desired_present and v.status = 'RUNNING' and not exists (
    select from observed_guest o where o.hostname = h.hostname and o.kind = 'port' and o.id = p.id)
union all
select o.hostname, o.id, 'is nobody''s'
from observed_guest o
left join compute.compute_machine m on m.hostname = o.hostname and m.deleted_at is null
left join network.port p on p.id = o.id and p.compute_machine_id = m.id and p.deleted_at is null
where o.kind = 'port' and p.id is null
