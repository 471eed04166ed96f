package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a template version's life. */
public final class TemplateVersionEvents {

    public static final EventType<TemplateVersionFact> CREATED = new EventType<>(
            "compute.template-version.created.v1",
            TemplateVersionFact.class,
            "What a template was at that time was kept.");

    public static final EventType<TemplateVersionFact> SUPERSEDED = new EventType<>(
            "compute.template-version.superseded.v1",
            TemplateVersionFact.class,
            "A template has a later version than this.");

    public static final List<EventType<TemplateVersionFact>> TYPES = List.of(CREATED, SUPERSEDED);

    private TemplateVersionEvents() {}
}
