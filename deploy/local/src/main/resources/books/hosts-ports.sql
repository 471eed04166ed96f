-- Every port that a host has is one that network keeps there.
select o.host_id, o.id, o.state
from observed_thing o left join network.port p
    on p.id = o.id and p.compute_machine_id = o.host_id and p.deleted_at is null
where o.kind = 'PORT' and o.state <> 'ABSENT' and p.id is null
