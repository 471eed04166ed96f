package io.skyholm.events.compute;

/** Where an instance is in its life. */
public enum InstanceStatus {
    CREATING,
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED,
    RESTARTING,
    SUSPENDING,
    SUSPENDED,
    ERROR,
    DELETING,
    DELETED
}
