package io.skyholm.identity.theme;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.ThemeFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a theme is now. */
@Singleton
class ThemePublisher {

    private final Outbox outbox;

    ThemePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<ThemeFact> type, Theme theme) {
        outbox.publish(
                work,
                type,
                new ThemeFact(
                        theme.id,
                        theme.generation,
                        theme.tenantId,
                        theme.name,
                        theme.colors,
                        theme.isActive,
                        theme.createdAt,
                        theme.updatedAt,
                        theme.createdBy,
                        theme.updatedBy,
                        theme.deletedAt));
    }
}
