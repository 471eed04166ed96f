-- An exclusive machine belongs to an instance that is on it.
select m.id, m.hostname, m.exclusive_to
from compute.compute_machine m left join compute.instance i
    on i.id = m.exclusive_to and i.compute_machine_id = m.id and i.status <> 'DELETED'
where m.exclusive_to is not null and i.id is null
