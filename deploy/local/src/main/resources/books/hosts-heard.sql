-- Every active machine with an agent tells what it holds.
select m.id, m.hostname, m.last_heartbeat
from compute.compute_machine m left join observed_inventory o on o.host_id = m.id
where m.deleted_at is null and m.status = 'ACTIVE' and m.agent_public_key is not null and m.fenced_at is null
  and o.host_id is null
