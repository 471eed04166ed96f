package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A VPC as every service may know it. */
@JsonClassDescription("A VPC: a network of its own, apart from all others.")
public record VpcFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this VPC; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for what is the platform's.") @Nullable UUID tenantId,

        @JsonPropertyDescription("The user whose it is.") @Nullable UUID userId,

        @JsonPropertyDescription("Unique among its tenant's.")
        String name,

        @Nullable String description,
        @JsonPropertyDescription("The addresses within it.") String cidrBlock,

        @JsonPropertyDescription("The IPv6 addresses within it, where cidrBlock is of IPv4.") @Nullable String ipv6CidrBlock,

        @JsonPropertyDescription("The only data centre that it is in; absent for all.") @Nullable UUID edgeDataCenterId,

        @JsonPropertyDescription("Unique in its data centre.") @Nullable Integer vlanId,

        @JsonPropertyDescription("The tunnel that keeps it apart; unique on the platform.")
        int vni,

        @JsonPropertyDescription("Whether its ports are told name servers.")
        boolean enableDns,

        @JsonPropertyDescription("Its own name servers; empty for those of the platform.")
        List<String> dnsServers,

        VpcStatus status,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
