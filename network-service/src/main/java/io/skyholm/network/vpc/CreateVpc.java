package io.skyholm.network.vpc;

import io.skyholm.network.cidr.AddressText;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new VPC; without a tenant it is the caller's, or the platform's if they work for the operator. */
public record CreateVpc(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @NotNull @AddressText String cidrBlock,
        @AddressText @Nullable String ipv6CidrBlock,
        @Nullable UUID edgeDataCenterId,

        @Schema(description = "Chosen by the operator alone; a tenant may name the one that is its own")
        @Min(1) @Max(4094) @Nullable Integer vlanId,

        @Schema(
                description =
                        "Whether the next free VLAN id of the range that the operator set for the data centre is wanted")
        @Nullable Boolean allotVlan,

        @Nullable Boolean enableDns,

        @Size(max = 8) @Nullable List<@NotNull @AddressText String> dnsServers) {}
