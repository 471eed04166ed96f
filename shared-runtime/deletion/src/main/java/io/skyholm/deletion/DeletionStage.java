package io.skyholm.deletion;

/** When data goes: a stage begins when nothing of those before it is left. */
public enum DeletionStage {
    /** Secrets and tokens, so that they are of no use to anybody while the rest takes its time. */
    SECRETS,
    /** What runs, and what is allotted to it: it is ended as callers end it, and proven gone. */
    RUNNING,
    /** Descriptions and settings, which what runs may have needed. */
    SETTINGS,
    /** What others were inside of, such as a subnet. */
    INNER,
    /** What those were inside of, such as a VPC. */
    OUTER,
    /** What was written down on the way. */
    TRACES,
    /** The names of people, by which all before it was found. */
    NAMES
}
