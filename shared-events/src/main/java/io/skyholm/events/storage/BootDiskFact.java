package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The disk that one instance boots from. */
@JsonClassDescription("The boot disk of an instance, and whether it is there.")
public record BootDiskFact(
        @JsonPropertyDescription("The instance's id.") UUID id,

        @JsonPropertyDescription("Counts the changes of this boot disk; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The machine for which it is made; absent once it is released.") @Nullable UUID computeMachineId,

        BootDiskStatus status,

        @JsonPropertyDescription("Why it waits or failed, for a person.") @Nullable String reason,

        @JsonPropertyDescription("The disk; absent where there is none.") @Nullable UUID diskId,

        @JsonPropertyDescription("Which of the instance's builds it is for.")
        long builds,

        @JsonPropertyDescription("How large it is or is to become, in GiB.")
        int sizeGb)
        implements Fact {}
