package io.skyholm.support.ticket;

import io.skyholm.events.support.TicketCategory;
import io.skyholm.events.support.TicketPriority;
import io.skyholm.events.support.TicketStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.TagFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which tickets are wanted. */
public record TicketFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("userId") @Nullable UUID userId,
        @QueryParam("assignedTo") @Nullable UUID assignedTo,
        @QueryParam("category") @Nullable TicketCategory category,
        @QueryParam("priority") @Nullable TicketPriority priority,
        @QueryParam("status") @Nullable TicketStatus status,

        @QueryParam("ticketNumber") @Condition(Condition.IGNORING_CASE) @Nullable String ticketNumber,

        @QueryParam("words")
        @Parameter(
                description =
                        "Only those in which these words stand: in the subject, the description, or a message that you may"
                                + " read; in quotes they stand side by side, and what follows a minus must not stand there")
        @Condition(WORDS)
        @Name
        @Nullable String words,

        @BeanParam TagFilter tags,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {

    /** Row level security hides from tenants what only the operator's people noted. */
    private static final String WORDS = """
            (words @@ websearch_to_tsquery('simple', ?)
                or exists (select from ticket_message m where m.ticket_id = ticket.id and m.words @@ websearch_to_tsquery('simple', ?)))""";
}
