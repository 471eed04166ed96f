-- Every host that reports is a machine.
select o.host_id, o.at
from observed_inventory o left join compute.compute_machine m on m.id = o.host_id
where m.id is null
