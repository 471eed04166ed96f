package io.skyholm.agent.pool.luks;

import java.util.List;

/**
 * What opens a disk.
 *
 * @param version counts the keys of the disk, this one among them
 * @param current the passphrase that is to open it, and nothing else beside it
 * @param former those of which one may open it until then
 */
public record DiskKeys(int version, String current, List<String> former) {

    /** Says nothing of them. */
    @Override
    public String toString() {
        return "DiskKeys of version " + version;
    }
}
