package io.skyholm.support.ticket;

import io.skyholm.events.support.TicketCategory;
import io.skyholm.events.support.TicketPriority;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new ticket; without a tenant it is the caller's. */
public record CreateTicket(
        @Nullable UUID tenantId,
        @NotNull @Name String subject,
        @NotBlank @Size(max = 20_000) String description,
        TicketCategory category,
        TicketPriority priority,
        @Size(max = 32) List<@NotNull @Name String> tags) {

    /** Whoever says nothing asks about something technical that does not press. */
    public CreateTicket {
        category = category == null ? TicketCategory.TECHNICAL : category;
        priority = priority == null ? TicketPriority.MEDIUM : priority;
        tags = tags == null ? List.of() : tags;
    }
}
