-- What may be promised on a machine is what it has, times the over-commit of its pool.
select m.id, m.hostname, m.cpu_capacity, m.memory_capacity, m.storage_capacity
from compute.compute_machine m join compute.resource_pool p on p.id = m.resource_pool_id
where m.deleted_at is null
  and (abs(m.cpu_capacity - m.cpu_cores * p.cpu_overcommit) >= 1
    or abs(m.memory_capacity - m.memory_gb * p.memory_overcommit) >= 1
    or abs(m.storage_capacity - m.storage_gb * p.storage_overcommit) >= 1)
