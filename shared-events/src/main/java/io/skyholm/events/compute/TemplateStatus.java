package io.skyholm.events.compute;

/** Whether a template is for use. */
public enum TemplateStatus {
    ACTIVE,
    /** Still usable; there is something better. */
    DEPRECATED,
    /** Not usable any more. */
    ARCHIVED,
    DELETED
}
