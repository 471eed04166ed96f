-- What is allocated on a machine is what the instances on it hold.
select m.id, m.hostname, m.instances, c.instances as counted,
    m.allocated_cpu_cores, c.cpu_cores, m.allocated_memory_gb, c.memory_gb,
    m.allocated_storage_gb, c.storage_gb, m.allocated_gpu_count, c.gpu_count
from compute.compute_machine m
cross join lateral (
    select count(*) as instances, coalesce(sum(i.held_cpu_cores), 0) as cpu_cores,
        coalesce(sum(i.held_memory_gb), 0) as memory_gb, coalesce(sum(i.held_storage_gb), 0) as storage_gb,
        coalesce(sum(i.held_gpu_count), 0) as gpu_count
    from compute.instance i where i.compute_machine_id = m.id) c
where (m.instances, m.allocated_cpu_cores, m.allocated_memory_gb, m.allocated_storage_gb, m.allocated_gpu_count)
    <> (c.instances, c.cpu_cores, c.memory_gb, c.storage_gb, c.gpu_count)
