package io.skyholm.events.compute;

/** Who may use a template. */
public enum TemplateVisibility {
    /** Everybody. */
    PUBLIC,
    /** Its tenant's people. */
    PRIVATE,
    /** The members of one group, and who owns or manages it. */
    GROUP_SPECIFIC
}
