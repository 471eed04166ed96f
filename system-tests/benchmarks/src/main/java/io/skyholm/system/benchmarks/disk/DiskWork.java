package io.skyholm.system.benchmarks.disk;

import java.io.IOException;
import java.util.UUID;

/** What is done with disks. */
interface DiskWork extends AutoCloseable {

    void create(UUID disk) throws IOException;

    void createFromImage(UUID disk) throws IOException;

    void createEncrypted(UUID disk) throws IOException;

    /** As is done before it is attached: its key is tried. */
    void openEncrypted(UUID disk) throws IOException;

    /** Takes the one snapshot of a disk. */
    void snapshot(UUID disk) throws IOException;

    void removeSnapshot(UUID disk) throws IOException;

    void remove(UUID disk) throws IOException;

    @Override
    void close();
}
