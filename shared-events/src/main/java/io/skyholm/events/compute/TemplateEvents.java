package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a template's life. */
public final class TemplateEvents {

    public static final EventType<TemplateFact> CREATED =
            new EventType<>("compute.template.created.v1", TemplateFact.class, "A template was made.");

    public static final EventType<TemplateFact> CHANGED = new EventType<>(
            "compute.template.changed.v1", TemplateFact.class, "A template's contents, audience or status changed.");

    public static final EventType<TemplateFact> DELETED =
            new EventType<>("compute.template.deleted.v1", TemplateFact.class, "A template is no more.");

    public static final List<EventType<TemplateFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private TemplateEvents() {}
}
