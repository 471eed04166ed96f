package io.skyholm.storage;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import java.util.function.Supplier;

/** What is on disks, which whoever copies or attaches one gets to read. */
public final class DiskBytes {

    private static final Permission READ = new Permission(ResourceType.STORAGE, Action.READ);

    private DiskBytes() {}

    /** A role or a key that allows making and changing disks may leave out that they are read: it is told the same as of one that is not there. */
    public static void checkReadable(Call call, Supplier<Problem> missing) {
        if (!call.caller().may(READ)) {
            throw missing.get();
        }
    }
}
