package io.skyholm.compute.datacenter;

/** What machines have together and what of it is promised: always counted, never kept. */
public record Sums(
        long totalCpuCores,
        long totalMemoryGb,
        long totalStorageGb,
        long totalGpuCount,
        long allocatedCpuCores,
        long allocatedMemoryGb,
        long allocatedStorageGb,
        long allocatedGpuCount) {

    /** Of no machine. */
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

    /** A select over the machines {@code m}, to which only the condition is to be added. */
    public static final String OF_MACHINES = """
            select coalesce(sum(m.cpu_cores), 0) as total_cpu_cores,
                coalesce(sum(m.memory_gb), 0) as total_memory_gb,
                coalesce(sum(m.storage_gb), 0) as total_storage_gb,
                coalesce(sum(m.gpu_count), 0) as total_gpu_count,
                coalesce(sum(m.allocated_cpu_cores), 0) as allocated_cpu_cores,
                coalesce(sum(m.allocated_memory_gb), 0) as allocated_memory_gb,
                coalesce(sum(m.allocated_storage_gb), 0) as allocated_storage_gb,
                coalesce(sum(m.allocated_gpu_count), 0) as allocated_gpu_count
            from compute_machine m where m.deleted_at is null and""";
}
