package io.skyholm.support.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Something new that is said in a ticket. */
public record CreateTicketMessage(
        @NotBlank @Size(max = 20_000) String message, Boolean isInternal) {

    /** It is no note unless it says so. */
    public CreateTicketMessage {
        isInternal = isInternal != null && isInternal;
    }
}
