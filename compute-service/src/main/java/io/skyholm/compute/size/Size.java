package io.skyholm.compute.size;

/** How much of each thing an instance has, or wants more or less of. */
public record Size(int cpuCores, int memoryGb, int storageGb, int gpuCount) {

    /** Nothing at all. */
    public static final Size NONE = new Size(0, 0, 0, 0);

    /** More than anything is. */
    public static final Size UNLIMITED =
            new Size(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** The two together. */
    public Size plus(Size other) {
        return new Size(
                cpuCores + other.cpuCores,
                memoryGb + other.memoryGb,
                storageGb + other.storageGb,
                gpuCount + other.gpuCount);
    }

    /** What is left of this without the other; parts of it may be below zero. */
    public Size minus(Size other) {
        return plus(other.negated());
    }

    /** What giving it back is. */
    public Size negated() {
        return new Size(-cpuCores, -memoryGb, -storageGb, -gpuCount);
    }

    /** Of each thing the larger. */
    public Size orMore(Size other) {
        return new Size(
                Math.max(cpuCores, other.cpuCores),
                Math.max(memoryGb, other.memoryGb),
                Math.max(storageGb, other.storageGb),
                Math.max(gpuCount, other.gpuCount));
    }
}
