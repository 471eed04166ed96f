package io.skyholm.compute.datacenter;

import io.vertx.sqlclient.Row;
import org.hibernate.reactive.pool.ReactiveConnection;

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

    /** As a list's row tells them. */
    public static Sums of(Row row) {
        return new Sums(
                row.getLong("total_cpu_cores"),
                row.getLong("total_memory_gb"),
                row.getLong("total_storage_gb"),
                row.getLong("total_gpu_count"),
                row.getLong("allocated_cpu_cores"),
                row.getLong("allocated_memory_gb"),
                row.getLong("allocated_storage_gb"),
                row.getLong("allocated_gpu_count"));
    }

    /** As {@link #OF_MACHINES} tells them inside a transaction. */
    public static Sums of(ReactiveConnection.Result found) {
        Object[] row = found.next();
        return new Sums(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
