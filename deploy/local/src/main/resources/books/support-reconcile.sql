-- No row of support fails to become what it should be, and none is due without anybody looking at it.
select kind, id, failures, last_failure, due_at from support.reconcile_task
where failures >= 5 or due_at < now() - interval '5 minutes' and coalesce(leased_until, due_at) < now() - interval '5 minutes'
