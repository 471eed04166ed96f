package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a theme's life. */
public final class ThemeEvents {

    public static final EventType<ThemeFact> CREATED =
            new EventType<>("identity.theme.created.v1", ThemeFact.class, "A tenant, or the platform, made a theme.");

    public static final EventType<ThemeFact> CHANGED = new EventType<>(
            "identity.theme.changed.v1", ThemeFact.class, "A theme's colours changed, or whether it is in use.");

    public static final EventType<ThemeFact> DELETED =
            new EventType<>("identity.theme.deleted.v1", ThemeFact.class, "A theme is no more.");

    public static final List<EventType<ThemeFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private ThemeEvents() {}
}
