package io.skyholm.agent.pool.luks;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The keys of the host's encrypted disks, as it was told them last. They are in memory alone. */
public final class DiskKeyring {

    private final Map<UUID, DiskKeys> keys = new ConcurrentHashMap<>();

    /** What opens a disk from now on; nothing for one that is not encrypted, or is to be absent. */
    public void put(UUID disk, @Nullable DiskKeys of) {
        if (of == null) {
            keys.remove(disk);
        } else {
            keys.put(disk, of);
        }
    }

    /** What opens an encrypted disk; fails for now while its host was not told, as when its agent has just been started. */
    public DiskKeys of(UUID disk) {
        DiskKeys found = keys.get(disk);
        if (found == null) {
            throw HypervisorProblem.notYet("The key of disk " + disk + " is not there yet");
        }
        return found;
    }
}
