-- A machine whose agent is not heard is not ACTIVE.
select id, hostname, last_heartbeat from compute.compute_machine
where deleted_at is null and status = 'ACTIVE'
  and coalesce(last_heartbeat, created_at) < now() - interval '5 minutes'
