package io.skyholm.network.subnet;

import io.skyholm.events.network.SubnetRoute;
import io.skyholm.network.cidr.AddressText;
import io.skyholm.runtime.http.Name;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new subnet of a VPC; without a gateway its first address is the router's. */
public record CreateSubnet(
        @NotNull UUID vpcId,
        @NotNull @Name String name,
        @NotNull @AddressText String cidrBlock,
        @AddressText @Nullable String ipv6CidrBlock,
        @AddressText @Nullable String gateway,
        @AddressText @Nullable String ipv6Gateway,
        @Name @Nullable String availabilityZone,

        @Schema(description = "Chosen by the operator alone; a tenant may name the one that is its own")
        @Min(1) @Max(4094) @Nullable Integer vlanId,

        @Schema(
                description =
                        "Whether the next free VLAN id of the range that the operator set for the data centre is wanted")
        @Nullable Boolean allotVlan,

        @Nullable Boolean isPublic,
        @Nullable Boolean autoAssignIp,
        @Size(max = 50) @Nullable List<@NotNull @Valid SubnetRoute> routes) {}
