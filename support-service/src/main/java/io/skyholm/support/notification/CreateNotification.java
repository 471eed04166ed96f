package io.skyholm.support.notification;

import io.skyholm.events.support.NotificationType;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;

/** What somebody wants somebody to be told. */
public record CreateNotification(
        @NotNull UUID userId,
        NotificationType type,
        @NotNull @Name String title,
        @NotNull @Text @Size(min = 1) String message,
        @Size(max = 20) Map<@NotNull @Name String, @NotNull @Text String> metadata) {

    /** It is about nothing in particular unless it says so. */
    public CreateNotification {
        type = type == null ? NotificationType.INFO : type;
        metadata = metadata == null ? Map.of() : metadata;
    }

    NewNotification wanted() {
        return new NewNotification(userId, type, title, message, metadata);
    }
}
