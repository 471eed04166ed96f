package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.system.suite.Commands;
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

/** Programs in TypeScript, which have nothing but the published document and what others wrote, do what people come for. */
class TypeScriptClientJourney {

    private static final Path CONTRACT = Commands.root().resolve("system-tests/contract");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int OLDEST_NODE = 18;

    @BeforeEach
    void needsNodeAndTheClient() {
        Commands.require(
                Commands.exists("node") && Commands.exists("npm"),
                "node and npm are not installed (Debian: apt install nodejs npm)");
        String version = Commands.run(CONTRACT, Map.of(), LONGEST, List.of("node", "--version"))
                .said()
                .strip();
        int major = Integer.parseInt(version.substring(1).split("\\.", 2)[0]);
        Commands.require(major >= OLDEST_NODE, "node " + version + " is older than " + OLDEST_NODE);
        if (!Files.isDirectory(CONTRACT.resolve("node_modules"))) {
            npm("ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }
        npm("run", "--silent", "client");
    }

    @Test
    void strangerWithTheGeneratedClientRunsAnInstanceAndEndsIt() {
        assertThat(said("journey.js")).contains("the instance: \"RUNNING\"", "deleted: \"SUCCEEDED\"");
    }

    @Test
    void clientOfTusGoesOnWithAnImageWhereItWasStopped() {
        assertThat(said("upload.js")).contains("sent after the break: 3145728 of 6291456", "the version: AVAILABLE");
    }

    private static String said(String program) {
        Customer customer = Customer.join(RunningSuite.as(RunningSuite.administrator()));
        return Commands.run(
                        CONTRACT,
                        Map.of(
                                "SKYHOLM_TOKEN",
                                customer.token(),
                                "NODE_EXTRA_CA_CERTS",
                                Commands.certificate().toString()),
                        LONGEST,
                        List.of(
                                "node",
                                "target/client/" + program,
                                Door.address().toString()))
                .expectingSuccess()
                .said();
    }

    private static void npm(String... arguments) {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        Commands.run(CONTRACT, Map.of(), LONGEST, command).expectingSuccess();
    }
}
