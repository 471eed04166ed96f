package io.skyholm.network.subnet;

import io.skyholm.events.network.SubnetRoute;
import io.skyholm.events.network.SubnetStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a subnet: a field that is left out stays; routes are replaced as a whole. Its blocks and routers stay for its life. */
public record ChangeSubnet(
        @Name @Nullable String name,
        @Nullable Optional<@Name String> availabilityZone,
        @Nullable Boolean autoAssignIp,
        @Nullable SubnetStatus status,
        @Size(max = 50) @Nullable List<@NotNull @Valid SubnetRoute> routes) {

    void applyTo(Subnet subnet) {
        subnet.name = Patch.of(name, subnet.name);
        subnet.availabilityZone = Patch.of(availabilityZone, subnet.availabilityZone);
        subnet.autoAssignIp = Patch.of(autoAssignIp, subnet.autoAssignIp);
        subnet.routes = routes == null ? subnet.routes : subnet.checked(routes);
        subnet.status = Patch.status(status, subnet.status, SubnetStatus.DELETED);
    }
}
