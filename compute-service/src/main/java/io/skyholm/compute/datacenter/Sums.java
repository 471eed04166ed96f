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
}
