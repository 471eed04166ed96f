package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;

/** What a machine must fulfil, in the order in which it is asked; the first that it does not rules it out. */
public enum Rule {
    PLACE("are elsewhere"),
    REGION("are in another region"),
    STATUS("take nothing now"),
    HEALTH("are not healthy"),
    RENTAL_MODE("are rented out in another way"),
    MACHINE_TYPE("are of another type"),
    TAGS("lack a tag"),
    GPU_MODEL("have other GPUs"),
    AFFINITY("have no instance of the set"),
    ANTI_AFFINITY("have an instance of the set"),
    EXCLUSIVE("are taken as a whole"),
    CPU("have too few CPU cores", " left"),
    MEMORY("have too little memory", " left"),
    STORAGE("have too little storage", " left"),
    GPU("have too few GPUs", " left");

    private final String always;
    private final String now;

    Rule(String always) {
        this(always, "");
    }

    Rule(String always, String now) {
        this.always = always;
        this.now = now;
    }

    /** What is said of the machines that it rules out now. */
    String sentence() {
        return always + now;
    }

    /** The same of those that it rules out however little is on them. */
    String always() {
        return always;
    }

    boolean allows(Host host, Demand demand) {
        Size wanted = demand.size();
        return switch (this) {
            case PLACE ->
                (demand.poolId() == null || demand.poolId().equals(host.poolId))
                        && (demand.dataCenterId() == null
                                || demand.dataCenterId().equals(host.dataCenterId));
            case REGION -> demand.region() == null || demand.region().equals(host.traits.region());
            case STATUS -> host.traits.open();
            case HEALTH -> host.traits.healthy();
            case RENTAL_MODE -> host.traits.exclusive() == demand.exclusive();
            case MACHINE_TYPE ->
                demand.machineType() == null || demand.machineType().equals(host.traits.machineType());
            case TAGS -> host.traits.tags().containsAll(demand.tags());
            case GPU_MODEL -> demand.gpuModel() == null || demand.gpuModel().equals(host.traits.gpuModel());
            case AFFINITY -> demand.together().isEmpty() || demand.together().contains(host.id);
            case ANTI_AFFINITY -> !demand.apart() || !host.load().sets().contains(demand.setId());
            case EXCLUSIVE ->
                !host.load().taken() && (!demand.exclusive() || host.load().instances() == 0);
            case CPU -> host.free().cpuCores() >= wanted.cpuCores();
            case MEMORY -> host.free().memoryGb() >= wanted.memoryGb();
            case STORAGE -> host.free().storageGb() >= wanted.storageGb();
            case GPU -> host.free().gpuCount() >= wanted.gpuCount();
        };
    }
}
