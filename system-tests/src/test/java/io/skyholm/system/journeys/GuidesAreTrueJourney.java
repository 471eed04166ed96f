package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.system.suite.Commands;
import io.skyholm.system.suite.Commands.Outcome;
import io.skyholm.system.suite.Door;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of each guide do what the guide says. A line with {@code #>} tells what the commands before it say: its parts
 * between dots, in that order.
 */
class GuidesAreTrueJourney {

    private static final Path GUIDES = Commands.root().resolve("docs/guides");
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Pattern COMMANDS = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
    private static final String EXPECTED = "#> ";
    private static final String UNTIL_HERE = "--- until here ---";

    static Stream<String> guides() throws IOException {
        try (Stream<Path> files = Files.list(GUIDES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void commandsDoWhatTheGuideSays(String guide, @TempDir Path folder) throws IOException {
        Commands.require(
                Commands.exists("bash") && Commands.exists("curl"),
                "bash and curl are not installed (Debian: apt install bash curl)");
        List<String> script = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        commands(guide).forEach(line -> {
            if (line.startsWith(EXPECTED)) {
                expected.add(line.substring(EXPECTED.length()));
                script.add("echo; echo '" + UNTIL_HERE + "'");
            } else {
                script.add(line);
            }
        });
        Outcome outcome = Commands.run(
                folder,
                Map.of("SKYHOLM_ADMIN_TOKEN", RunningSuite.administrator()),
                LONGEST,
                List.of("bash", "-c", String.join("\n", script)));
        String[] said = outcome.said().split(UNTIL_HERE, -1);
        assertThat(expected).as("what %s shows", guide).isNotEmpty();
        assertThat(said).as(outcome.said()).hasSize(expected.size() + 1);
        for (int answer = 0; answer < expected.size(); answer++) {
            assertThat(missing(expected.get(answer), said[answer]))
                    .as("%s: %s%nin %s", guide, expected.get(answer), said[answer])
                    .isEmpty();
        }
    }

    /** Its lines of commands, for the suite that runs here in place of the one that its reader has started. */
    private static Stream<String> commands(String guide) throws IOException {
        return COMMANDS.matcher(Files.readString(GUIDES.resolve(guide)))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replace(
                                "https://localhost:8443", Door.address().toString())
                        .replace("$(./skyholm token admin)", "$SKYHOLM_ADMIN_TOKEN"));
    }

    /** The first part that is not said where it should be; empty if all are. */
    private static String missing(String expected, String said) {
        int from = 0;
        for (String part : expected.split("…", -1)) {
            int found = said.indexOf(part.strip(), from);
            if (found < 0) {
                return part;
            }
            from = found + part.strip().length();
        }
        return "";
    }
}
