package io.skyholm.events.compute;

/** What a template makes. */
public enum TemplateType {
    INSTANCE,
    /** Several instances at once, as members of a set. */
    INSTANCE_SET
}
