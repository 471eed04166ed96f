package io.skyholm.hosts.volume;

import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.HostedKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Volumes on hosts. */
@Singleton
public class Volumes implements HostedKind {

    /** Whom reports have woken. */
    public final List<UUID> woken = new CopyOnWriteArrayList<>();

    private final HostDesiredStates desired;
    private final TenantTransaction transactions;

    Volumes(HostDesiredStates desired, TenantTransaction transactions) {
        this.desired = desired;
        this.transactions = transactions;
    }

    @Override
    public ThingKind kind() {
        return DesiredVolume.KIND;
    }

    @Override
    public String table() {
        return "volume";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return OrphanVolume.class;
    }

    @Override
    public String owner() {
        return "pool_id";
    }

    @Override
    public void changed(Work work, UUID owner, boolean isDesired) {
        woken.add(owner);
    }

    public Uni<Void> create(Volume volume) {
        return transactions.change(Cause.platform(), work -> work.insert(volume));
    }

    /** Tells a host to have it, or not to have it. */
    public Uni<Void> tell(UUID id, UUID host, boolean present) {
        return change(
                id,
                (work, volume) -> desired.tell(
                        work, host, new DesiredVolume(id, volume.onHost.tell(host, present), present, volume.sizeGb)));
    }

    /** Its host is gone, or has shown that the volume is. */
    public Uni<Void> leave(UUID id, HostState state) {
        return change(id, (work, volume) -> desired.release(work, new ThingKey(kind(), id), volume.onHost, state));
    }

    private Uni<Void> change(UUID id, BiConsumer<Work, Volume> change) {
        return transactions.change(
                Cause.platform(), work -> work.lock(Volume.class, id).chain(found -> {
                    Volume volume = found.orElseThrow();
                    change.accept(work, volume);
                    return work.update(volume);
                }));
    }
}
