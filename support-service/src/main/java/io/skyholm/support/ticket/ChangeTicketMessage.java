package io.skyholm.support.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What was meant. */
public record ChangeTicketMessage(
        @NotBlank @Size(max = 20_000) String message) {}
