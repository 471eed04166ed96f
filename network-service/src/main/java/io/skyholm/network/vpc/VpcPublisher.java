package io.skyholm.network.vpc;

import io.skyholm.events.EventType;
import io.skyholm.events.network.VpcFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a VPC is now. */
@Singleton
class VpcPublisher {

    private final Outbox outbox;

    VpcPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<VpcFact> type, Vpc vpc) {
        outbox.publish(
                work,
                type,
                new VpcFact(
                        vpc.id,
                        vpc.generation,
                        vpc.tenantId,
                        vpc.userId,
                        vpc.name,
                        vpc.description,
                        vpc.cidrBlock,
                        vpc.ipv6CidrBlock,
                        vpc.edgeDataCenterId,
                        vpc.vlanId,
                        vpc.vni,
                        vpc.enableDns,
                        vpc.dnsServers,
                        vpc.status,
                        vpc.createdAt,
                        vpc.updatedAt,
                        vpc.createdBy,
                        vpc.updatedBy,
                        vpc.deletedAt));
    }
}
