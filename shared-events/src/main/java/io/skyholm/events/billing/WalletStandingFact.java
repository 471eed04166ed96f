package io.skyholm.events.billing;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wallet's standing as every service may know it. */
@JsonClassDescription("A wallet's standing: what its tenant may do with the money that it has.")
public record WalletStandingFact(
        @JsonPropertyDescription("The wallet, of which there is one for each tenant.")
        UUID id,

        @JsonPropertyDescription("Counts the changes of this standing; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The ISO 4217 code of the wallet's currency.")
        String currency,

        @JsonPropertyDescription(
                "What its tenant may do: SUSPENDED has what runs stopped, RESTRICTED refuses what is new.")
        StandingStage stage,

        @JsonPropertyDescription("Why it is not ACTIVE; empty while it is.")
        List<StandingReason> reasons,

        @JsonPropertyDescription("Since when it has had that stage.")
        Instant stageSince,

        @JsonPropertyDescription("What could be spent then, a decimal number.")
        String available,

        @JsonPropertyDescription("What an hour of all that ran then cost, a decimal number.")
        String hourlyCost,

        @JsonPropertyDescription("What was charged in the calendar month until then, in UTC, a decimal number.")
        String spent,

        @JsonPropertyDescription("What has to be paid in for the wallet to be enough again, a decimal number.")
        String missing,

        @JsonPropertyDescription("When what runs is stopped, unless it is paid for by then; absent while it is.")
        @Nullable Instant graceEndsAt,

        Instant createdAt,
        Instant updatedAt)
        implements Fact {}
