package io.skyholm.network.vpc;

import io.skyholm.events.network.VpcStatus;
import io.skyholm.network.cidr.AddressText;
import io.skyholm.network.cidr.AllowedPrefixes;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a VPC: a field that is left out stays. Its blocks stay for its life: too much lies within them. */
public record ChangeVpc(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable Boolean enableDns,
        @Size(max = 8) @Nullable List<@NotNull @AddressText String> dnsServers,
        @Nullable VpcStatus status) {

    void applyTo(Vpc vpc) {
        if (dnsServers != null) {
            AllowedPrefixes.checkAddresses("dnsServers", dnsServers);
        }
        vpc.name = Patch.of(name, vpc.name);
        vpc.description = Patch.of(description, vpc.description);
        vpc.enableDns = Patch.of(enableDns, vpc.enableDns);
        vpc.dnsServers = Patch.of(dnsServers, vpc.dnsServers);
        vpc.status = Patch.status(status, vpc.status, VpcStatus.DELETED);
    }
}
