package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.events.host.DiskSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disks that are lines in a file, and have no bytes. */
public final class SimulatedPool implements DiskPool {

    private final Faults faults;
    private final SimulatedState state;

    /** What it holds is kept in the file. */
    public SimulatedPool(Faults faults, Path file) {
        this.faults = faults;
        this.state = new SimulatedState(file);
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
    public void create(UUID id, long sizeBytes, @Nullable DiskSource source) {
        faults.meet("create", id.toString());
        if (state.disk(id).isEmpty()) {
            state.keep(new Disk(id, sizeBytes, true));
        }
    }

    @Override
    public void grow(UUID id, long sizeBytes) {
        faults.meet("grow", id.toString());
        Disk disk = state.disk(id).orElseThrow(() -> new HypervisorProblem("There is no disk " + id));
        if (disk.sizeBytes() < sizeBytes) {
            state.keep(new Disk(id, sizeBytes, true));
        }
    }

    @Override
    public void remove(UUID id) {
        faults.meet("remove", id.toString());
        state.disk(id).ifPresent(disk -> state.forget(id));
    }
}
