package io.skyholm.compute.machine;

import io.skyholm.compute.datacenter.DataCenterContent;
import io.skyholm.compute.datacenter.MachineTotals;
import jakarta.inject.Singleton;

/** Which machines are in a data centre or a pool, and what they have together: always counted, never kept. */
@Singleton
class MachineSums implements MachineTotals, DataCenterContent {

    private static final String SUMS = """
            select coalesce(sum(m.cpu_cores), 0) as total_cpu_cores,
                coalesce(sum(m.memory_gb), 0) as total_memory_gb,
                coalesce(sum(m.storage_gb), 0) as total_storage_gb,
                coalesce(sum(m.gpu_count), 0) as total_gpu_count,
                coalesce(sum(m.allocated_cpu_cores), 0) as allocated_cpu_cores,
                coalesce(sum(m.allocated_memory_gb), 0) as allocated_memory_gb,
                coalesce(sum(m.allocated_storage_gb), 0) as allocated_storage_gb,
                coalesce(sum(m.allocated_gpu_count), 0) as allocated_gpu_count
            from compute_machine m where m.deleted_at is null and""";

    @Override
    public String ofDataCenter(String id) {
        return SUMS + " m.edge_data_center_id = " + id;
    }

    @Override
    public String ofPool(String id) {
        return SUMS + " m.resource_pool_id = " + id;
    }

    @Override
    public String select() {
        return "select 1 from compute_machine where edge_data_center_id = $1 and deleted_at is null";
    }
}
