-- Every virtual machine that a host has is one that compute keeps there.
select o.host_id, o.id, o.state
from observed_thing o left join compute.virtual_machine v on v.id = o.id and v.compute_machine_id = o.host_id
where o.kind = 'VM' and o.state <> 'ABSENT' and v.id is null
