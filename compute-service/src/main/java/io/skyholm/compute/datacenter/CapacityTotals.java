package io.skyholm.compute.datacenter;

/** What machines have together and what of it is promised: always counted, never kept. */
public record CapacityTotals(
        long totalCpuCores,
        long totalMemoryGb,
        long totalStorageGb,
        long totalGpuCount,
        long allocatedCpuCores,
        long allocatedMemoryGb,
        long allocatedStorageGb,
        long allocatedGpuCount) {

    /** Of no machine. */
    public static final CapacityTotals NONE = new CapacityTotals(0, 0, 0, 0, 0, 0, 0, 0);
}
