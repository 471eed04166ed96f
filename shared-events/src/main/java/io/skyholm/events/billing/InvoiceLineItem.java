package io.skyholm.events.billing;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an invoice. */
public record InvoiceLineItem(
        @JsonPropertyDescription("Counts the lines of the invoice, from 1.")
        int position,

        @JsonPropertyDescription("What it adds up.") InvoiceLineKind kind,

        @JsonPropertyDescription("What it says, such as the name of the plan.")
        String description,

        @JsonPropertyDescription("The plan by which it was charged; of usage and its corrections alone.") @Nullable UUID planId,

        @JsonPropertyDescription("The version of the plan's terms.") @Nullable Integer planVersion,

        @JsonPropertyDescription("How many things it was charged for.") @Nullable Long resources,

        @JsonPropertyDescription("How many of their hours were charged.") @Nullable Long hours,

        @JsonPropertyDescription(
                "How many GiB they had, hour by hour and all together; absent where it is not paid by size.")
        @Nullable Long gbHours,

        @JsonPropertyDescription(
                "What an hour costs, a decimal number: of storage, an hour of as many GiB as its plan says; a month costs less once it is capped.")
        @Nullable String unitPrice,

        @JsonPropertyDescription("What it comes to, a decimal number; below zero for what was given back.")
        String amount) {}
