package io.skyholm.events.billing;

/** What a plan is for. */
public enum PlanKind {
    VPS,
    CONTAINER,
    /** So many GiB of disks of a type. */
    DISK,
    /** So many GiB of snapshots. */
    SNAPSHOT,
    /** So many GiB of backups. */
    BACKUP,
    /** So many GiB of images. */
    IMAGE;

    /** Whether it is the price of something that is there without anybody having chosen the plan. */
    public boolean isPrice() {
        return switch (this) {
            case VPS, CONTAINER -> false;
            case DISK, SNAPSHOT, BACKUP, IMAGE -> true;
        };
    }
}
