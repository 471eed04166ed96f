package io.skyholm.network;

import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An instance as compute would tell of it, played by a test. */
public record Instance(
        UUID id,
        UUID tenant,
        UUID user,
        UUID dataCenter,
        @Nullable List<UUID> groups,
        AtomicLong generation) {

    /** One of that tenant, of which nobody was told yet. */
    public static Instance of(UUID tenant, UUID dataCenter) {
        return new Instance(UUID.randomUUID(), tenant, UUID.randomUUID(), dataCenter, null, new AtomicLong());
    }

    /** One that was made within these projects. */
    public static Instance within(UUID tenant, UUID dataCenter, UUID... groups) {
        return new Instance(
                UUID.randomUUID(), tenant, UUID.randomUUID(), dataCenter, List.of(groups), new AtomicLong());
    }

    /** It has a place, and wants its ports there. */
    public void placed(Host host, WantedNetwork... networks) {
        tell(host.id(), true, InstanceStatus.CREATING, networks);
    }

    /** The same by that plan. */
    public void placedBy(UUID plan, Host host) {
        Broker.tell(InstanceEvents.CHANGED, fact(plan, host.id(), true, InstanceStatus.CREATING));
    }

    /** The same, because of the request with that correlation. */
    public void placedFor(String correlation, Host host) {
        Broker.tell(InstanceEvents.CHANGED, fact(host.id(), true, InstanceStatus.CREATING), correlation);
    }

    /** Its virtual machine is proven gone. */
    public void unwanted(@Nullable UUID host) {
        tell(host, false, InstanceStatus.DELETING);
    }

    /** It was asked for, and has no place. */
    public void asked() {
        tell(null, false, InstanceStatus.CREATING);
    }

    private void tell(@Nullable UUID host, boolean wanted, InstanceStatus status, WantedNetwork... networks) {
        Broker.tell(InstanceEvents.CHANGED, fact(host, wanted, status, networks));
    }

    private InstanceFact fact(@Nullable UUID host, boolean wanted, InstanceStatus status, WantedNetwork... networks) {
        return fact(null, host, wanted, status, networks);
    }

    private InstanceFact fact(
            @Nullable UUID plan,
            @Nullable UUID host,
            boolean wanted,
            InstanceStatus status,
            WantedNetwork... networks) {
        return new InstanceFact(
                id,
                generation.incrementAndGet(),
                tenant,
                user,
                "web",
                null,
                status,
                1,
                1,
                10,
                0,
                plan,
                null,
                null,
                dataCenter,
                null,
                host,
                null,
                wanted,
                List.of(networks),
                groups,
                null,
                null,
                null,
                null,
                null,
                Instant.now(),
                Instant.now(),
                null,
                null,
                null);
    }

    /** What compute hears once its network is so. */
    public InstanceNetworkFact hears(InstanceNetworkStatus status) {
        return Eventually.found("the network is " + status, () -> ToldPorts.network(id), fact -> fact.filter(
                                it -> it.status() == status)
                        .isPresent())
                .orElseThrow();
    }

    /** The same on that machine. */
    public InstanceNetworkFact isReadyOn(Host host) {
        return Eventually.found("the network is on its machine", () -> ToldPorts.network(id), fact -> fact.filter(
                                it -> it.status() == InstanceNetworkStatus.READY
                                        && host.id().equals(it.computeMachineId()))
                        .isPresent())
                .orElseThrow();
    }

    /** The desired state that the host was told of its first port, once it is so or newer. */
    public DesiredPort desired(Host host, long generation) {
        UUID port = ToldPorts.network(id).orElseThrow().ports().getFirst().portId();
        return Eventually.found(
                        "desired state " + generation,
                        () -> ToldPorts.desired(host.id(), port),
                        desired -> desired.filter(it -> it.generation() >= generation)
                                .isPresent())
                .orElseThrow();
    }

    /** Goes, and the host proves it. */
    public void goes(Host host) {
        InstanceNetworkFact ready = hears(InstanceNetworkStatus.READY);
        unwanted(host.id());
        hears(InstanceNetworkStatus.RELEASING);
        ready.ports().forEach(port -> {
            DesiredPort away = ToldPorts.desired(host.id(), port.portId()).orElseThrow();
            host.saw(port.portId(), away.generation(), ThingState.ABSENT);
        });
        hears(InstanceNetworkStatus.RELEASED);
    }
}
