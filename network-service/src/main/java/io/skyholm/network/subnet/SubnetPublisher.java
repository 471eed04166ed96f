package io.skyholm.network.subnet;

import io.skyholm.events.EventType;
import io.skyholm.events.network.SubnetFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a subnet is now. */
@Singleton
class SubnetPublisher {

    private final Outbox outbox;

    SubnetPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<SubnetFact> type, Subnet subnet) {
        outbox.publish(
                work,
                type,
                new SubnetFact(
                        subnet.id,
                        subnet.generation,
                        subnet.tenantId,
                        subnet.vpcId,
                        subnet.name,
                        subnet.cidrBlock,
                        subnet.ipv6CidrBlock,
                        subnet.availabilityZone,
                        subnet.gateway,
                        subnet.ipv6Gateway,
                        subnet.vlanId,
                        subnet.isPublic,
                        subnet.autoAssignIp,
                        subnet.ipPoolId,
                        subnet.status,
                        subnet.createdAt,
                        subnet.updatedAt,
                        subnet.createdBy,
                        subnet.updatedBy,
                        subnet.deletedAt));
    }
}
