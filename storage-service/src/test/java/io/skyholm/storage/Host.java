package io.skyholm.storage;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.DiskEncryption;
import io.skyholm.events.host.HostSeal;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.RbdImage;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host with a key of its own, played by a test. */
public record Host(UUID id, UUID dataCenter, HostKeys keys) {

    private static final String TOLD = """
            select generation, payload from outbox_event where aggregate_type = ? and aggregate_id = ? order by id""";

    /** One that the service has learnt of, in a data centre of its own. */
    public static Host fresh() {
        return in(UUID.randomUUID());
    }

    /** One that the service has learnt of. */
    public static Host in(UUID dataCenter) {
        Host host = new Host(UUID.randomUUID(), dataCenter, HostKeys.fresh());
        host.told(1, MachineStatus.ACTIVE, null);
        return host;
    }

    /** It was not heard for too long. */
    public void silent() {
        told(2, MachineStatus.OFFLINE, null);
    }

    /** It was given up, and never comes back. */
    public void deleted() {
        told(3, MachineStatus.DELETED, null);
    }

    /** Its agent has other keys from now on, of which it tells the one with which things are encrypted for it. */
    public Host renewed(long generation) {
        Host renewed = new Host(
                id, dataCenter, new HostKeys(keys.pair(), HostKeys.fresh().encryption()));
        renewed.told(generation, MachineStatus.ACTIVE, null);
        return renewed;
    }

    private void told(long generation, MachineStatus status, @Nullable Instant fencedAt) {
        told(generation, status, fencedAt, keys.encryptionKey());
    }

    /** Its agent is one of before hosts had keys to be told secrets with. */
    public static Host ofAnOldAgent() {
        Host host = new Host(UUID.randomUUID(), UUID.randomUUID(), HostKeys.fresh());
        host.told(1, MachineStatus.ACTIVE, null, null);
        return host;
    }

    /** Its agent has told with what it is to be told secrets. */
    public void hasKeys() {
        told(2, MachineStatus.ACTIVE, null);
    }

    /** Somebody tells that this is its key, and what its agent is said to have signed of it. */
    public void isToldWith(long generation, String encryptionKey, @Nullable String signature) {
        told(generation, MachineStatus.ACTIVE, null, encryptionKey, signature, keys.publicKey());
    }

    /** The same, and that another agent is its own. */
    public void isToldWith(long generation, HostKeys of) {
        told(generation, MachineStatus.ACTIVE, null, of.encryptionKey(), of.encryptionKeySignature(), of.publicKey());
    }

    private void told(
            long generation, MachineStatus status, @Nullable Instant fencedAt, @Nullable String encryptionKey) {
        told(generation, status, fencedAt, encryptionKey, keys.encryptionKeySignature(), keys.publicKey());
    }

    private void told(
            long generation,
            MachineStatus status,
            @Nullable Instant fencedAt,
            @Nullable String encryptionKey,
            @Nullable String signature,
            String agent) {
        Broker.tell(
                MachineEvents.CHANGED,
                new MachineFact(
                        id,
                        generation,
                        dataCenter,
                        UUID.randomUUID(),
                        "host-" + id,
                        "host",
                        status,
                        agent,
                        encryptionKey,
                        signature,
                        fencedAt,
                        Instant.now(),
                        Instant.now(),
                        null,
                        null,
                        null));
        Eventually.rows(1, "select count(*) from known_machine where id = ? and generation >= ?", id, generation);
    }

    /** It was confirmed to be off, so that nothing runs on it. */
    public void fenced() {
        told(2, MachineStatus.ACTIVE, Instant.now());
    }

    /** All that it was told of a disk, oldest first, without what was taken back; as soon as it was told all. */
    public List<DesiredDisk> desired(UUID disk) {
        Eventually.rows(1, "select count(*) from disk where id = ? and not is_stale", disk);
        return told(new ThingKey(DesiredDisk.KIND, disk), DesiredDisk.class);
    }

    /** The same of a pool in Ceph. */
    public List<DesiredCephPool> cephPool(UUID pool) {
        Eventually.rows(1, "select count(*) from ceph_pool where id = ? and not is_stale", pool);
        return told(new ThingKey(DesiredCephPool.KIND, pool), DesiredCephPool.class);
    }

    /** The key of Ceph, as this host reads it. */
    public String cephKey(DesiredCephPool told) {
        return HostSeal.open(keys.encryption().getPrivate(), told.place(id), String.valueOf(told.sealedCephKey()));
    }

    /** The same of an attachment. */
    public List<DesiredAttachment> attachment(UUID attachment) {
        Eventually.rows(1, "select count(*) from disk_attachment where id = ? and not is_stale", attachment);
        return told(new ThingKey(DesiredAttachment.KIND, attachment), DesiredAttachment.class);
    }

    /** The same of a snapshot. */
    public List<DesiredSnapshot> snapshot(UUID snapshot) {
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and not is_stale", snapshot);
        return told(new ThingKey(DesiredSnapshot.KIND, snapshot), DesiredSnapshot.class);
    }

    /** The same of the export of a backup. */
    public List<DesiredExport> export(UUID backup) {
        Eventually.rows(1, "select count(*) from backup where id = ? and not is_stale", backup);
        return told(new ThingKey(DesiredExport.KIND, backup), DesiredExport.class);
    }

    /** The same of the export of a snapshot for a version. */
    public List<DesiredExport> copy(UUID version) {
        Eventually.rows(1, "select count(*) from version_copy where id = ? and not is_stale", version);
        return told(new ThingKey(DesiredExport.KIND, version), DesiredExport.class);
    }

    /** The same of the export of a disk that is moved last. */
    public List<DesiredExport> exportOf(UUID disk) {
        UUID moving = UUID.fromString(String.valueOf(Sql.asSuperuser("storage")
                .value("select id::text from moving_disk where disk_id = ? order by id desc limit 1", disk)));
        Eventually.rows(1, "select count(*) from moving_disk where id = ? and not is_stale", moving);
        return told(new ThingKey(DesiredExport.KIND, moving), DesiredExport.class);
    }

    /** The same of the check of a disk. */
    public List<DesiredDiskCheck> check(UUID disk) {
        Eventually.rows(1, "select count(*) from disk_check where id = ? and not is_stale", disk);
        return told(new ThingKey(DesiredDiskCheck.KIND, disk), DesiredDiskCheck.class);
    }

    /** The same of a disk that is on its way here, or has left. */
    public List<DesiredDisk> desiredCopy(UUID disk) {
        Eventually.rows(1, "select count(*) from disk_copy where id = ? and is_told and not is_stale", disk);
        return told(new ThingKey(DesiredDisk.KIND, disk), DesiredDisk.class);
    }

    private <D extends DesiredState> List<D> told(ThingKey thing, Class<D> desired) {
        return messages(thing).stream()
                .filter(row -> row.get("payload") != null)
                .map(row -> EventJson.read(String.valueOf(row.get("payload")), desired))
                .toList();
    }

    /** Whether what it was told last of a disk was taken back. */
    public boolean isReleased(UUID disk) {
        return isReleased(new ThingKey(DesiredDisk.KIND, disk));
    }

    /** Whether what it was told last was taken back. */
    public boolean isReleased(ThingKey thing) {
        List<Map<String, @Nullable Object>> messages = messages(thing);
        return !messages.isEmpty() && messages.getLast().get("payload") == null;
    }

    private List<Map<String, @Nullable Object>> messages(ThingKey thing) {
        return Sql.asSuperuser("storage").rows(TOLD, "host.desired." + id, thing.text());
    }

    /** Has done what it was told last of a disk, and says so. */
    public void does(UUID disk) {
        done(desired(disk).getLast());
    }

    /** Has done what it was told last of an attachment, and says so. */
    public void doesAttachment(UUID attachment) {
        done(attachment(attachment).getLast());
    }

    /** Has done what it was told last of a snapshot, and says so. */
    public void doesSnapshot(UUID snapshot) {
        done(snapshot(snapshot).getLast());
    }

    /** Has done what it was told last of the export of a backup, and says so. */
    public void doesExport(UUID backup) {
        done(export(backup).getLast());
    }

    /** Has done what it was told last of the export of a snapshot for a version, and says so. */
    public void doesCopy(UUID version) {
        done(copy(version).getLast());
    }

    /** Has done what it was told last of a disk that is on its way here, or has left, and says so. */
    public void doesCopyOf(UUID disk) {
        done(desiredCopy(disk).getLast());
    }

    /** Has left bytes of that sum with the store as it was told, and says so. */
    public void leaves(DesiredExport last, String sha256) {
        leaves(last, sha256, 0);
    }

    /** The same where it has left a difference of so many bytes. */
    public void leaves(DesiredExport last, String sha256, long differenceBytes) {
        report(new Observation(
                DesiredExport.KIND,
                last.id(),
                last.generation(),
                ThingState.RUNNING,
                true,
                0,
                differenceBytes,
                null,
                Instant.now(),
                null,
                null,
                null,
                sha256));
    }

    /** Has checked a disk as it was told, and says what it has found. */
    public void found(DesiredDiskCheck last, CheckOutcome outcome, String... findings) {
        report(new Observation(
                DesiredDiskCheck.KIND,
                last.id(),
                last.generation(),
                ThingState.RUNNING,
                true,
                0,
                last.run(),
                null,
                Instant.now(),
                null,
                null,
                new CheckResult(outcome, List.of(findings)),
                null));
    }

    /** The keys of a disk, as only this host can open them. */
    public DiskEncryption.Keys keysOf(DesiredDisk desired) {
        DiskEncryption encryption = Objects.requireNonNull(desired.encryption(), "it is encrypted");
        HostSeal.Place place = new HostSeal.Place(id, desired.key(), desired.generation());
        return EventJson.read(
                HostSeal.open(keys.encryption().getPrivate(), place, encryption.sealedKeys()),
                DiskEncryption.Keys.class);
    }

    /** Has done what it was told last, and says so; an encrypted disk is opened by the key that it was told. */
    public void done(DesiredState last) {
        if (last instanceof DesiredDisk disk && disk.encryption() != null) {
            int version = disk.encryption().keyVersion();
            report(new Observation(
                    DesiredDisk.KIND,
                    disk.id(),
                    disk.generation(),
                    ThingState.RUNNING,
                    true,
                    version,
                    0,
                    null,
                    Instant.now()));
            return;
        }
        saw(last.key(), last.generation(), last.present() ? ThingState.RUNNING : ThingState.ABSENT);
    }

    /** Reports what it has made of a desired state of a disk. */
    public void saw(UUID disk, long generation, ThingState state) {
        saw(new ThingKey(DesiredDisk.KIND, disk), generation, state);
    }

    private void saw(ThingKey thing, long generation, ThingState state) {
        report(new Observation(thing.kind(), thing.id(), generation, state, true, 0, 0, null, Instant.now()));
    }

    /** Has done what it was told last of a disk, to which it had given the bytes of a snapshot before by that generation. */
    public void doesAfterRestoring(UUID disk, long by) {
        DesiredDisk last = desired(disk).getLast();
        report(new Observation(
                DesiredDisk.KIND, disk, last.generation(), ThingState.RUNNING, true, 0, by, null, Instant.now()));
    }

    /** Has done what it was told last of a disk, which it has in Ceph. */
    public void doesInCeph(UUID disk, RbdImage image) {
        DesiredDisk last = desired(disk).getLast();
        Instant now = Instant.now();
        report(new Observation(
                DesiredDisk.KIND,
                disk,
                last.generation(),
                ThingState.RUNNING,
                true,
                0,
                0,
                null,
                now,
                null,
                image,
                null,
                null));
    }

    /** Reports that it cannot do what it was told last of a disk. */
    public void fails(UUID disk, String why) {
        says(desired(disk).getLast(), ThingState.FAILED, why);
    }

    /** Reports that it has not done what it was told last, and why. */
    public void says(DesiredState last, ThingState state, String why) {
        ThingKey thing = last.key();
        report(new Observation(thing.kind(), thing.id(), last.generation(), state, false, 0, 0, why, Instant.now()));
    }

    /** Reports all that it holds, which is this disk, of which nobody told it. */
    public void shows(UUID disk) {
        shows(new ThingKey(DesiredDisk.KIND, disk));
    }

    /** Reports all that it holds, which is this, of which nobody told it. */
    public void shows(ThingKey thing) {
        Instant now = Instant.now();
        Observation seen = new Observation(thing.kind(), thing.id(), 0, ThingState.RUNNING, false, 0, 0, null, now);
        Broker.tell(keys.signed(new Inventory(id, now, 1, 1, List.of(seen))));
    }

    private void report(Observation seen) {
        Broker.tell(keys.signed(new Observed(id, seen.at(), List.of(seen))));
    }
}
