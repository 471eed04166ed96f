-- Every port that a host which was heard should have is there.
select p.id, p.instance_id, p.compute_machine_id, o.state
from network.port p
join observed_inventory h on h.host_id = p.compute_machine_id
left join observed_thing o on o.id = p.id and o.host_id = p.compute_machine_id and o.kind = 'PORT'
where p.deleted_at is null and p.desired_present and o.state is distinct from 'RUNNING'
