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

    /** Its name in the instance's row, and of the operation's step that waits for it. */
    String name();

    /** A select of what its service last said of it for the instance {@code $1}: one text, or no row before that. */
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
     * What is known of a part.
     *
     * @param machineId for which machine it was prepared
     * @param attachments what the virtual machine gets of it, in its order
     */
    record Report(
            Progress progress,
            @Nullable UUID machineId,
            @Nullable String reason,
            List<UUID> attachments) {

        /** Before its service has said anything. */
        public static final Report NONE = new Report(Progress.PENDING, null, null, List.of());

        /** One that was prepared for the machine that the instance has left says nothing about the next. */
        public boolean isReadyOn(@Nullable UUID machine) {
            return progress == Progress.READY && machine != null && machine.equals(machineId);
        }
    }
}
