package io.skyholm.runtime.testing.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the tests of a module have called with success, as the service itself wrote it into its access log. */
final class CalledOperations {

    private static final Path FOLDER = Path.of("target", "called-operations");
    private static final Path LOG = FOLDER.resolve("access.log");

    private CalledOperations() {}

    /** Makes a service under test write down its calls, afresh. */
    static Map<String, String> recording() {
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(LOG);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return Map.of(
                "quarkus.http.access-log.enabled", "true",
                "quarkus.http.access-log.pattern", "%s %m %U",
                "quarkus.http.access-log.log-to-file", "true",
                "quarkus.http.access-log.log-directory", FOLDER.toString(),
                "quarkus.http.access-log.base-file-name", "access",
                "quarkus.http.access-log.log-suffix", ".log",
                "quarkus.http.access-log.rotate", "false");
    }

    /** Whether the operation was called, and did what it is for. */
    static boolean contain(Operation operation) {
        Pattern line = Pattern.compile(
                "2\\d\\d " + operation.method() + " " + operation.path().replaceAll("\\{[^}]+}", "[^/]+") + "(\\?.*)?");
        return lines().stream().anyMatch(call -> line.matcher(call).matches());
    }

    private static List<String> lines() {
        try {
            return Files.exists(LOG) ? Files.readAllLines(LOG) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
