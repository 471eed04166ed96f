package io.skyholm.network.subnet;

import io.skyholm.events.network.SubnetStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a subnet: a field that is left out stays. Its blocks and routers stay for its life. */
public record ChangeSubnet(
        @Name @Nullable String name,
        @Nullable Optional<@Name String> availabilityZone,
        @Nullable Boolean autoAssignIp,
        @Nullable SubnetStatus status) {

    void applyTo(Subnet subnet) {
        subnet.name = Patch.of(name, subnet.name);
        subnet.availabilityZone = Patch.of(availabilityZone, subnet.availabilityZone);
        subnet.autoAssignIp = Patch.of(autoAssignIp, subnet.autoAssignIp);
        subnet.status = Patch.status(status, subnet.status, SubnetStatus.DELETED);
    }
}
