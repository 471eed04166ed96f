package io.skyholm.compute.part;

import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.events.EventJson;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.events.network.InstancePort;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Notes what network says of an instance's ports, and wakes the instance. */
@ApplicationScoped
class NetworkListener {

    private static final String CONSUMER = "instance-network";
    private static final String NOTE = """
            insert into known_network as known (instance_id, generation, tenant_id, compute_machine_id, status, reason,
                ports, ipv4, ipv6, mac_address)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (instance_id) do update set generation = excluded.generation,
                tenant_id = excluded.tenant_id, compute_machine_id = excluded.compute_machine_id,
                status = excluded.status, reason = excluded.reason, ports = excluded.ports, ipv4 = excluded.ipv4, ipv6 = excluded.ipv6, mac_address = excluded.mac_address
            where known.generation < excluded.generation""";

    private final Inbox inbox;
    private final InstanceWaker waker;

    NetworkListener(Inbox inbox, InstanceWaker waker) {
        this.inbox = inbox;
        this.waker = waker;
    }

    @Incoming("instance-networks")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, InstanceNetworkFact.class, this::hear);
    }

    private void hear(Work work, InstanceNetworkFact fact) {
        note(work, fact);
        waker.remind(work, fact.id());
    }

    private static void note(Work work, InstanceNetworkFact fact) {
        work.send(
                NOTE,
                fact.id(),
                fact.generation(),
                fact.tenantId(),
                fact.computeMachineId(),
                fact.status().name(),
                fact.reason(),
                EventJson.write(fact.ports()),
                address(fact, address -> !address.contains(":")),
                address(fact, address -> address.contains(":")),
                first(fact).map(InstancePort::macAddress).orElse(null));
    }

    /** Of that family the first, beginning with the port of the default route, without the length of its prefix. */
    static @Nullable String address(InstanceNetworkFact fact, Predicate<String> family) {
        return fact.ports().stream()
                .sorted(Comparator.comparing(InstancePort::primary).reversed())
                .flatMap(port -> port.addresses().stream())
                .filter(family)
                .map(address -> address.replaceFirst("/.*", ""))
                .findFirst()
                .orElse(null);
    }

    private static Optional<InstancePort> first(InstanceNetworkFact fact) {
        return fact.ports().stream().max(Comparator.comparing(InstancePort::primary));
    }
}
