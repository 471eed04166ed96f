package io.skyholm.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that can be recognised later: its number alone is not enough, because numbers are used again. Birth is the
 * start in clock ticks of this boot where the kernel tells, otherwise the start time.
 */
public record ProcessMark(long pid, String birth) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int START_TICKS_AFTER_NAME = 20;

    /** Marks a living process. */
    public static Optional<ProcessMark> of(ProcessHandle process) {
        return birthOf(process).map(birth -> new ProcessMark(process.pid(), birth));
    }

    /** The process, if it still lives and is the one that was marked. */
    public Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> birthOf(process).filter(birth::equals).isPresent());
    }

    @Override
    public String toString() {
        return pid + " " + birth;
    }

    /** Reads what {@link #toString} wrote. */
    static Optional<ProcessMark> parse(String text) {
        String[] fields = text.strip().split(" ", 2);
        return fields.length == 2 && fields[0].matches("[0-9]{1,18}")
                ? Optional.of(new ProcessMark(Long.parseLong(fields[0]), fields[1]))
                : Optional.empty();
    }

    private static Optional<String> birthOf(ProcessHandle process) {
        try {
            Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
            if (Files.exists(BOOT)) {
                return startTicks(Files.readString(stat)).map(ticks -> readBoot() + ":" + ticks);
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
        return process.info().startInstant().map(Object::toString);
    }

    /** The name in brackets may itself hold blanks and brackets, so counting begins after the last one. A zombie has ended. */
    static Optional<String> startTicks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        boolean ended = fields.length < START_TICKS_AFTER_NAME || fields[0].equals("Z") || fields[0].equals("X");
        return ended ? Optional.empty() : Optional.of(fields[START_TICKS_AFTER_NAME - 1]);
    }

    private static String readBoot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
