-- No operation is open past its deadline.
select id, kind, resource_id, deadline
from compute.operation
where ended_at is null and deadline < now() - interval '30 seconds'
