package io.skyholm.agent.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.DiskSerial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How a guest mounts its disks, as scripts for its shell that may run more than once. */
public final class Mounts {

    private static final String FUNCTIONS = functions();

    /** A boot goes on after that; a large disk that is blank is read through meanwhile. */
    private static final int PATIENCE_SECONDS = 60;

    private Mounts() {}

    private static String functions() {
        try (InputStream file = Objects.requireNonNull(Mounts.class.getResourceAsStream("mount-disks"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nothing where no disk has a place. One that lies within another's comes after it. */
    public static String atBoot(List<Attachment> disks) {
        String calls = disks.stream()
                .filter(Attachment::isMounted)
                .sorted(Comparator.comparing(Mounts::path))
                .map(disk -> "  " + call(disk) + "\n")
                .collect(Collectors.joining());
        return calls.isEmpty() ? "" : FUNCTIONS + """
                (
                %s) >/run/skyholm-mounts.log 2>&1 </dev/null &
                passed=0
                while kill -0 $! 2>/dev/null && [ $passed -lt %d ]; do
                  passed=$((passed + 1))
                  sleep 0.2
                done
                """.formatted(calls, PATIENCE_SECONDS * 5);
    }

    /** Mounts one that has just been plugged in; nothing where it has no place. */
    public static String now(Attachment disk) {
        return disk.isMounted() ? FUNCTIONS + "(" + call(disk) + ") >>/run/skyholm-mounts.log 2>&1 </dev/null\n" : "";
    }

    /** Takes one from its place before it is taken away. */
    public static String end(Attachment disk) {
        return FUNCTIONS + "unmount_disk " + DiskSerial.of(disk.diskId()) + "\n";
    }

    private static String call(Attachment disk) {
        String mode = disk.mayWrite() ? "rw" : "ro";
        return "mount_disk " + DiskSerial.of(disk.diskId()) + " " + mode + " " + quoted(path(disk));
    }

    private static String path(Attachment disk) {
        return Objects.requireNonNull(disk.mountPath(), "one that is mounted has a place");
    }

    /** Nothing within means anything to a shell. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
