package io.skyholm.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each resource type of a permission guards an operation, or is said to wait for the service that will have one. */
class PermissionsToComeTest {

    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Path TYPES = Path.of(
            "..",
            "..",
            "shared-events",
            "src",
            "main",
            "java",
            "io",
            "skyholm",
            "events",
            "access",
            "ResourceType.java");

    private static final Pattern TYPE = Pattern.compile("(?m)^    ([A-Z_]+)(?:\\(PLATFORM\\))?[,;]$");
    private static final Pattern REQUIRED = Pattern.compile("Requires the permission `([A-Z_]+):");
    private static final Pattern NAMED = Pattern.compile("`([A-Z_]+)`");

    /** Asked within operations, so that no operation requires it. */
    private static final String WITHIN = "SESSION";

    @Test
    void noneIsForgottenAndNoneIsNamedThatGuardsSomething() throws IOException {
        Set<String> idle = found(TYPE, Files.readString(TYPES));
        assertThat(idle).contains("INSTANCE", "EDGE_DC", "AUDIT_ENTRY");
        idle.removeAll(found(REQUIRED, Files.readString(DOCS.resolve("api/openapi.json"))));
        assertThat(idle).contains(WITHIN);
        assertThat(found(NAMED, Files.readString(DOCS.resolve("to-come.md")))).isEqualTo(idle);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
