-- What counts for a tenant, a group or a user that has limits is what their instances claimed.
select u.scope_id, u.scope_kind, u.instances, c.instances as counted, u.vcpus, c.vcpus as counted_vcpus,
    u.memory_mb, c.memory_mb as counted_memory_mb, u.storage_gb, c.storage_gb as counted_storage_gb,
    u.gpus, c.gpus as counted_gpus
from compute.quota_usage u
cross join lateral (
    select coalesce(sum(i.quota_instances), 0) as instances, coalesce(sum(i.quota_cpu_cores), 0) as vcpus,
        coalesce(sum(i.quota_memory_gb), 0) * 1024 as memory_mb, coalesce(sum(i.quota_storage_gb), 0) as storage_gb,
        coalesce(sum(i.quota_gpu_count), 0) as gpus
    from compute.instance i where u.scope_id::text = any(i.quota_scopes)) c
where u.is_limited
    and (u.instances, u.vcpus, u.memory_mb, u.storage_gb, u.gpus)
        <> (c.instances, c.vcpus, c.memory_mb, c.storage_gb, c.gpus)
