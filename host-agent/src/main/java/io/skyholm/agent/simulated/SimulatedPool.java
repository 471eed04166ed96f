package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.CheckNote;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.Findings;
import io.skyholm.agent.pool.Sha256;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.events.host.DiskSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Disks that are lines in a file, and have no bytes. */
public final class SimulatedPool implements DiskPool {

    private final FaultInjection faults;
    private final SimulatedState state;
    private final SimulatedState snapshots;

    /** An agent that starts again has forgotten them, and checks anew. */
    private final Map<UUID, CheckNote> checks = new ConcurrentHashMap<>();

    /** What it holds is kept in the file, and its snapshots in one beside it. */
    public SimulatedPool(FaultInjection faults, Path file) {
        this.faults = faults;
        this.state = new SimulatedState(file);
        this.snapshots = new SimulatedState(file.resolveSibling("snapshots-" + file.getFileName()));
    }

    @Override
    public List<Disk> disks() {
        return List.copyOf(state.disks());
    }

    @Override
    public Optional<Disk> disk(UUID id) {
        return state.disk(id);
    }

    @Override
    public void create(UUID id, long sizeBytes, @Nullable DiskSource source, @Nullable DiskKeys keys) {
        faults.meet("create", id.toString());
        if (state.disk(id).isEmpty()) {
            Disk disk = new Disk(id, sizeBytes, true);
            if (keys == null) {
                state.keep(disk);
            } else {
                state.keep(disk.openedBy(keys.version()), fingerprint(keys.current()));
            }
        }
    }

    @Override
    public void grow(UUID id, long sizeBytes) {
        faults.meet("grow", id.toString());
        Disk disk = state.disk(id).orElseThrow(() -> new HypervisorProblem("There is no disk " + id));
        if (disk.sizeBytes() < sizeBytes) {
            Disk larger = new Disk(id, sizeBytes, true, disk.restoredAt(), disk.keyVersion());
            state.keep(larger, state.opener(id).orElse(null));
        }
    }

    @Override
    public void changeKey(UUID id, DiskKeys keys) {
        faults.meet("change-key", id.toString());
        Disk disk = encrypted(id);
        boolean isOpened =
                Stream.concat(Stream.of(keys.current()), keys.former().stream()).anyMatch(key -> opens(id, key));
        if (!isOpened) {
            throw new HypervisorProblem("None of the keys of the encrypted disk opens it");
        }
        state.keep(disk.openedBy(keys.version()), fingerprint(keys.current()));
    }

    @Override
    public boolean isOpenedBy(UUID id, DiskKeys keys) {
        Disk disk = encrypted(id);
        return opens(disk.id(), keys.current());
    }

    private Disk encrypted(UUID id) {
        return state.disk(id)
                .filter(Disk::isEncrypted)
                .orElseThrow(() -> new HypervisorProblem("There is no encrypted disk " + id));
    }

    private boolean opens(UUID id, String key) {
        return state.opener(id).filter(fingerprint(key)::equals).isPresent();
    }

    private static String fingerprint(String key) {
        return HexFormat.of().formatHex(Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void remove(UUID id) {
        faults.meet("remove", id.toString());
        state.disk(id).ifPresent(disk -> state.forget(id));
    }

    @Override
    public List<Disk> snapshots() {
        return List.copyOf(snapshots.disks());
    }

    @Override
    public Optional<Disk> snapshot(UUID id) {
        return snapshots.disk(id);
    }

    @Override
    public void takeSnapshot(UUID id, UUID disk) {
        faults.meet("snapshot", id.toString());
        if (snapshots.disk(id).isEmpty()) {
            Disk copied =
                    state.disk(disk).orElseThrow(() -> HypervisorProblem.notYet("Disk " + disk + " is not there yet"));
            snapshots.keep(
                    new Disk(id, copied.sizeBytes(), true).openedBy(copied.keyVersion()),
                    state.opener(disk).orElse(null));
        }
    }

    @Override
    public void removeSnapshot(UUID id) {
        faults.meet("remove", id.toString());
        snapshots.disk(id).ifPresent(snapshot -> snapshots.forget(id));
    }

    @Override
    public void createFrom(UUID snapshot, UUID id, long sizeBytes, @Nullable DiskKeys keys) {
        faults.meet("create", id.toString());
        if (state.disk(id).isPresent()) {
            return;
        }
        Disk from = snapshotOf(snapshot);
        if (from.isEncrypted() && keys == null) {
            throw HypervisorProblem.forGood("Snapshot " + snapshot + " is encrypted, and the disk is not to be");
        }
        Disk disk = new Disk(id, Math.max(from.sizeBytes(), sizeBytes), true);
        if (from.isEncrypted()) {
            state.keep(disk.openedBy(0), snapshots.opener(snapshot).orElse(null));
        } else if (keys == null) {
            state.keep(disk);
        } else {
            state.keep(disk.openedBy(keys.version()), fingerprint(keys.current()));
        }
    }

    @Override
    public void restoreFrom(UUID snapshot, UUID id, long sizeBytes, long generation) {
        faults.meet("restore", id.toString());
        Disk from = snapshotOf(snapshot);
        Integer keyVersion = from.isEncrypted() ? 0 : null;
        state.keep(
                new Disk(id, Math.max(from.sizeBytes(), sizeBytes), true, generation, keyVersion),
                snapshots.opener(snapshot).orElse(null));
    }

    @Override
    public List<Disk> exports() {
        return List.of();
    }

    @Override
    public Optional<Disk> export(UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<String> exportedSha256(UUID id) {
        return Optional.empty();
    }

    /** What has no bytes cannot be kept elsewhere. */
    @Override
    public void export(UUID id, UUID snapshot, UUID object) {
        throw HypervisorProblem.forGood("The disks of this host are simulated and have no bytes");
    }

    @Override
    public void exportDisk(UUID id, UUID disk, UUID object) {
        export(id, disk, object);
    }

    @Override
    public void forgetExport(UUID id) {
        faults.meet("forget", id.toString());
    }

    @Override
    public Set<UUID> checks() {
        return Set.copyOf(checks.keySet());
    }

    @Override
    public Optional<CheckNote> check(UUID disk) {
        return Optional.ofNullable(checks.get(disk));
    }

    /** Its line is all that can be looked at. */
    @Override
    public void check(UUID disk, long sizeBytes, boolean repair, long run) {
        faults.meet("check", disk.toString());
        Findings findings = new Findings();
        Optional<Disk> found = state.disk(disk);
        if (found.isEmpty()) {
            findings.damaged("The disk is not there");
        } else if (found.get().sizeBytes() < sizeBytes) {
            String what = "The disk has " + found.get().sizeBytes() + " of " + sizeBytes + " bytes";
            if (repair) {
                grow(disk, sizeBytes);
                findings.repaired(what + ", and was grown to them");
            } else {
                findings.damaged(what);
            }
        }
        checks.put(disk, new CheckNote(run, findings.result()));
    }

    @Override
    public void forgetCheck(UUID disk) {
        faults.meet("forget", disk.toString());
        checks.remove(disk);
    }

    private Disk snapshotOf(UUID id) {
        return snapshots.disk(id).orElseThrow(() -> new HypervisorProblem("Snapshot " + id + " is not there"));
    }
}
