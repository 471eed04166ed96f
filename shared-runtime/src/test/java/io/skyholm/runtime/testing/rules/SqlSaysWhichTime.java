package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Statements of a module mean calendar time, {@code calendar_now()}. Those that mean the time of machines are in classes
 * that the module names, each with the reason: a {@code now()} that slipped in would stand still when a test moves time.
 */
public final class SqlSaysWhichTime {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Pattern REAL_TIME =
            Pattern.compile("(?<![\\w.])(?:now\\(\\)|current_timestamp|clock_timestamp\\(\\))");

    private SqlSaysWhichTime() {}

    /**
     * Fails naming the classes whose statements mean real time without being named, or are named for nothing.
     *
     * @param realTime the classes that may, with the reason
     */
    public static void butIn(Map<String, String> realTime) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            Set<String> found = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(SqlSaysWhichTime::isOfRealTime)
                    .map(SqlSaysWhichTime::nameOf)
                    .collect(Collectors.toSet());
            assertThat(found).isEqualTo(realTime.keySet());
        }
    }

    static boolean meansRealTime(String text) {
        return REAL_TIME.matcher(text).find();
    }

    private static boolean isOfRealTime(Path file) {
        return StreamSupport.stream(parsed(file).constantPool().spliterator(), false)
                .anyMatch(entry -> entry instanceof Utf8Entry text && meansRealTime(text.stringValue()));
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The outermost class, as its file is named. */
    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("(\\$.*)?\\.class$", "");
    }
}
