package io.skyholm.agent.cephpool;

import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.rbd.CephSettings;
import io.skyholm.agent.pool.rbd.RbdPool;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The connection of the host's pool to Ceph, as it is told. It is in memory alone, and so is the key: an agent that starts again has none until it has
 * read its topic.
 */
public record CephPoolDriver(Hypervisor hypervisor, DiskPool disks, SecretOpener secrets)
        implements ThingDriver<DesiredCephPool> {

    @Override
    public ThingKind kind() {
        return DesiredCephPool.KIND;
    }

    @Override
    public Class<DesiredCephPool> desired() {
        return DesiredCephPool.class;
    }

    @Override
    public DesiredCephPool read(String text) {
        DesiredCephPool desired = EventJson.read(text, DesiredCephPool.class);
        String sealed = desired.sealedCephKey();
        return sealed == null ? desired : desired.opened(secrets.open(desired, sealed));
    }

    @Override
    public Set<UUID> present() {
        return ceph().flatMap(RbdPool::connectedPool).map(Set::of).orElse(Set.of());
    }

    @Override
    public SeenThing look(UUID id) {
        return present().contains(id) ? SeenThing.in(ThingState.RUNNING) : SeenThing.ABSENT;
    }

    @Override
    public Optional<Step> next(DesiredCephPool desired) {
        if (!desired.present()) {
            return ceph().filter(pool -> present().contains(desired.id()))
                    .map(pool -> Step.of(() -> pool.disconnect(desired.id())));
        }
        RbdPool pool = ceph().orElseThrow(
                        () -> new HypervisorProblem("The disks of this host are files, as its agent is configured"));
        if (!desired.namespace().isEmpty() && !hypervisor.opensNamespacesOfCeph()) {
            throw HypervisorProblem.forGood(
                    "The machines of this host cannot open disks in a namespace of Ceph; give it a pool of its own, without one");
        }
        CephSettings settings = settings(desired);
        return pool.isConnected(desired.id(), settings)
                ? Optional.empty()
                : Optional.of(Step.of(() -> pool.connect(desired.id(), settings)));
    }

    private Optional<RbdPool> ceph() {
        return disks instanceof RbdPool pool ? Optional.of(pool) : Optional.empty();
    }

    private static CephSettings settings(DesiredCephPool desired) {
        String key = Objects.requireNonNull(desired.cephKey(), "a pool that is to be there has a key");
        return new CephSettings(desired.monitors(), key, desired.user(), desired.pool(), desired.namespace());
    }
}
