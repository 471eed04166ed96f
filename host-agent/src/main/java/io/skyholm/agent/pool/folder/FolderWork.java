package io.skyholm.agent.pool.folder;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.FileFailures;
import java.io.IOException;

/** Work on files, of which a tenant hears why it failed. */
final class FolderWork {

    private FolderWork() {}

    /** Changes files. */
    @FunctionalInterface
    interface Change {

        void make() throws IOException;
    }

    /** Reads files. */
    @FunctionalInterface
    interface Look<T> {

        T take() throws IOException;
    }

    static void change(String failed, Change change) {
        read(failed, () -> {
            change.make();
            return true;
        });
    }

    static <T> T read(String failed, Look<T> look) {
        try {
            return look.take();
        } catch (IOException failure) {
            throw new HypervisorProblem(failed + ": " + FileFailures.reason(failure), failure);
        }
    }
}
