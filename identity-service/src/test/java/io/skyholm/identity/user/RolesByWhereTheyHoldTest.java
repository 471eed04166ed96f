package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody may do is asked of the views that know where a role holds: a statement on the table itself could forget to ask. */
class RolesByWhereTheyHoldTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ROLES = Pattern.compile("(?:from|join) role_assignment\\b");

    @Test
    void onlyWhoWritesAssignmentsOrCountsAllOfThemReadsTheTable() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> readers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> ROLES.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(readers).containsExactlyInAnyOrder("RoleGrants.java", "UserRows.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
