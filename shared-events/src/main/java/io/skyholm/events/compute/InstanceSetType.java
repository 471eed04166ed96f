package io.skyholm.events.compute;

/** What holds the instances of a set together. */
public enum InstanceSetType {
    PROJECT,
    DEPARTMENT,
    APPLICATION,
    TRAINING,
    CUSTOM
}
