package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subnet as every service may know it. */
@JsonClassDescription("A subnet: a block of addresses of a VPC.")
public record SubnetFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this subnet; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for what is the platform's.") @Nullable UUID tenantId,

        UUID vpcId,
        String name,

        @JsonPropertyDescription("Within its VPC, and apart from its other subnets.")
        String cidrBlock,

        @Nullable String ipv6CidrBlock,
        @Nullable String availabilityZone,
        @JsonPropertyDescription("Its router.") String gateway,
        @Nullable String ipv6Gateway,
        @Nullable Integer vlanId,

        @JsonPropertyDescription("Whether its addresses are reached from outside, and count as public ones.")
        boolean isPublic,

        @JsonPropertyDescription("Whether instances that name no subnet get an address of this one.")
        boolean autoAssignIp,

        @Nullable UUID ipPoolId,

        @JsonPropertyDescription("What its guests reach over another address of it than its gateway.") @Nullable List<SubnetRoute> routes,

        SubnetStatus status,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
