package io.skyholm.storage.ceph;

import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.storage.CephPoolStatus;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.secrets.Sealed;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a storage pool is in Ceph: what its host is told of it, and whether that has connected. */
@Entity
class CephPool implements Revised, HostedThing {

    @Id
    UUID id;

    String[] monitors;

    String rbdPool;
    String rbdNamespace;
    String cephUser;

    /** The host's key, sealed for this row; null when it is to be forgotten. */
    @Nullable String sealedKey;

    /** The key of the installation that sealed it. */
    @Nullable String sealedKeyId;

    /** The key of its host that the key of Ceph was encrypted with when the host was told last. */
    @Nullable String sealedFor;

    @Enumerated(EnumType.STRING)
    CephPoolStatus status;

    @Embedded
    HostProgress progress = new HostProgress();

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected CephPool() {}

    /** One that no host knows yet. */
    CephPool(UUID id, UUID machine, PutCephPool command, Sealed key, Revision revision) {
        this.id = id;
        this.onHost.assign(machine);
        this.revision = revision;
        is(command, key);
    }

    /** From now on it is there, and its host gets in with that key. */
    final void is(PutCephPool command, Sealed key) {
        monitors = command.monitors().toArray(String[]::new);
        rbdPool = command.rbdPool();
        rbdNamespace = command.rbdNamespace();
        cephUser = command.cephUser();
        sealedKey = key.text();
        sealedKeyId = key.keyId();
        status = CephPoolStatus.CONNECTING;
        progress.settle(null);
        progress.change();
    }

    /** Whether the disks that are there would be looked for elsewhere. */
    boolean isElsewhere(PutCephPool command) {
        return !rbdPool.equals(command.rbdPool()) || !rbdNamespace.equals(command.rbdNamespace());
    }

    /** The key, as it is sealed in this row. */
    Sealed key() {
        return new Sealed(
                Objects.requireNonNull(sealedKeyId, "what is sealed was sealed with a key"),
                Objects.requireNonNull(sealedKey, "a pool that stays has a key"));
    }

    /** What its host is told from now on, which alone can read the key. */
    DesiredCephPool tell(String cephKey, String hostKey) {
        progress.told();
        sealedFor = hostKey;
        return new DesiredCephPool(
                        id,
                        onHost.tell(host(), true),
                        true,
                        List.of(monitors),
                        rbdPool,
                        rbdNamespace,
                        cephUser,
                        cephKey,
                        null)
                .sealedFor(host(), hostKey);
    }

    /** That its host is to forget it. */
    DesiredCephPool tellAbsence() {
        progress.told();
        sealedFor = null;
        return DesiredCephPool.absent(id, onHost.tell(host(), false));
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "a pool is on a host");
    }

    void connected() {
        settle(CephPoolStatus.CONNECTED, null);
    }

    void fail(String reason) {
        settle(CephPoolStatus.ERROR, reason);
    }

    /** Its storage pool is no more; what lets somebody in is forgotten at once. */
    void delete() {
        sealedKey = null;
        sealedKeyId = null;
        progress.change();
        settle(CephPoolStatus.DELETING, null);
    }

    void explain(String reason) {
        settle(status, reason);
    }

    void end() {
        progress.told();
        settle(CephPoolStatus.DELETED, null);
    }

    private void settle(CephPoolStatus next, @Nullable String reason) {
        status = next;
        progress.settle(reason);
    }

    @Override
    public boolean isLeaving() {
        return status == CephPoolStatus.DELETING;
    }

    @Override
    public boolean isReady() {
        return status == CephPoolStatus.CONNECTED;
    }

    @Override
    public boolean hasFailed() {
        return status == CephPoolStatus.ERROR;
    }

    @Override
    public HostProgress progress() {
        return progress;
    }

    @Override
    public ThingOnHost onHost() {
        return onHost;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
