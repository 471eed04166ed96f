package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.system.suite.Commands;
import io.skyholm.system.suite.Commands.Outcome;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Door;
import io.skyholm.system.suite.RunningSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program in TypeScript, which has nothing but the published document, goes from a token to a running instance and back. */
class TypeScriptClientJourney {

    private static final Path CONTRACT = Commands.root().resolve("system-tests/contract");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int OLDEST_NODE = 18;

    @BeforeEach
    void needsNode() {
        Commands.require(
                Commands.exists("node") && Commands.exists("npm"),
                "node and npm are not installed (Debian: apt install nodejs npm)");
        String version = Commands.run(CONTRACT, Map.of(), LONGEST, List.of("node", "--version"))
                .said()
                .strip();
        int major = Integer.parseInt(version.substring(1).split("\\.", 2)[0]);
        Commands.require(major >= OLDEST_NODE, "node " + version + " is older than " + OLDEST_NODE);
    }

    @Test
    void strangerWithTheGeneratedClientRunsAnInstanceAndEndsIt() {
        if (!Files.isDirectory(CONTRACT.resolve("node_modules"))) {
            npm("ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }
        npm("run", "--silent", "client");
        Customer customer = Customer.join(RunningSuite.as(RunningSuite.administrator()));
        Outcome journey = Commands.run(
                        CONTRACT,
                        Map.of(
                                "SKYHOLM_TOKEN",
                                customer.token(),
                                "NODE_EXTRA_CA_CERTS",
                                Commands.certificate().toString()),
                        LONGEST,
                        List.of(
                                "node",
                                "target/client/journey.js",
                                Door.address().toString()))
                .expectingSuccess();
        assertThat(journey.said()).contains("the instance: \"RUNNING\"", "deleted: \"SUCCEEDED\"");
    }

    private static void npm(String... arguments) {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        Commands.run(CONTRACT, Map.of(), LONGEST, command).expectingSuccess();
    }
}
