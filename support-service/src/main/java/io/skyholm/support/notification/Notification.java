package io.skyholm.support.notification;

import io.skyholm.events.support.NotificationType;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person is told. */
@Entity
class Notification implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID userId;

    @Enumerated(EnumType.STRING)
    NotificationType type;

    String title;
    String message;

    @Convert(converter = MetadataColumn.class)
    Map<String, String> metadata;

    @Nullable Instant readAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Notification() {}

    Notification(UUID tenantId, NewNotification wanted, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.userId = wanted.userId();
        this.type = wanted.type();
        this.title = wanted.title();
        this.message = wanted.message();
        this.metadata = wanted.metadata();
        this.revision = revision;
    }

    boolean isRead() {
        return readAt != null;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
