package io.skyholm.compute.part;

import io.skyholm.events.host.DesiredVm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that another service prepares for an instance before its host can be told to run it, and takes back once the
 * host has shown that the virtual machine is gone. Every bean of this type counts: adding a part changes nothing else.
 */
public interface Part {

    /** The ports, as instances' facts tell of them by a property of their own. */
    String NETWORK = "network";

    /** The disk that an instance boots from, as its facts tell of it by a property of its own. */
    String BOOT_DISK = "boot-disk";

    /** Its name in the instance's row, and of the operation's step that waits for it. */
    String name();

    /** Whether an instance needs it that boots from that version of an image, or from none. */
    default boolean isNeeded(@Nullable UUID imageVersion) {
        return true;
    }

    /**
     * A select of what its service last said of it for the instance {@code $1} of the tenant {@code $3}: one text, or no row before that. What
     * was said while it was another tenant's is of that one's things.
     */
    String column();

    /** What that text says. */
    Report read(@Nullable String column);

    /** The desired virtual machine with this part in it. */
    DesiredVm attach(DesiredVm vm, Report report);

    /** How far a part is. */
    enum Progress {
        PENDING,
        READY,
        FAILED,
        RELEASED
    }

    /**
     * For what a part is prepared.
     *
     * @param builds how often the instance's disk was to be made anew
     */
    record Purpose(@Nullable UUID machineId, long builds, int storageGb) {

        private boolean isOn(@Nullable UUID machine) {
            return machineId != null && machineId.equals(machine);
        }
    }

    /** Which disk a part is about; a part that is about none is the same for all of them. */
    record Build(long builds, int storageGb) {}

    /**
     * What is known of a part.
     *
     * @param machineId for which machine it was prepared
     * @param attachments what the virtual machine gets of it, in its order
     */
    record Report(
            Progress progress,
            @Nullable UUID machineId,
            @Nullable String reason,
            List<UUID> attachments,
            @Nullable Build build) {

        /** Before its service has said anything. */
        public static final Report NONE = new Report(Progress.PENDING, null, null, List.of());

        /** Of a part that is about no disk. */
        public Report(Progress progress, @Nullable UUID machineId, @Nullable String reason, List<UUID> attachments) {
            this(progress, machineId, reason, attachments, null);
        }

        /** Whether it is ready on the machine that the instance is on now, and not only on one that it has left. */
        public boolean isReadyFor(Purpose purpose) {
            return progress == Progress.READY && purpose.isOn(machineId) && isAbout(purpose);
        }

        /** Whether what is asked for now cannot be had; that something else could not be had before does not count. */
        public boolean hasFailedFor(Purpose purpose) {
            return progress == Progress.FAILED && (build == null || (purpose.isOn(machineId) && isAbout(purpose)));
        }

        /** Whether it cannot be had on the machine that it was prepared for, and perhaps on another. */
        public boolean failsOnMachine() {
            return progress == Progress.FAILED && build != null;
        }

        private boolean isAbout(Purpose purpose) {
            return build == null || build.equals(new Build(purpose.builds(), purpose.storageGb()));
        }
    }
}
