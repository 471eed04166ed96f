-- No maintenance is late, and no notice outlives its window.
select id, status, starts_at from compute.maintenance_window
where status = 'PLANNED' and starts_at < now() - interval '5 minutes'
union all
select n.id, n.status, n.starts_at
from compute.maintenance_notice n join compute.maintenance_window w on w.id = n.window_id
where n.ended_at is null and w.ended_at < now() - interval '5 minutes'
