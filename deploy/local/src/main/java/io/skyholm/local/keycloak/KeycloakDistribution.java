package io.skyholm.local.keycloak;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.aot.Jars;
import io.skyholm.local.aot.JavaProgram;
import io.skyholm.local.aot.Tuning;
import io.skyholm.local.artifact.Maven;
import io.skyholm.local.artifact.PreparedFolder;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak as it comes from Maven Central, built once for PostgreSQL, and how its server is run. */
public final class KeycloakDistribution {
    private static final String VERSION = "26.7.3";
    private static final int HEAP_MIB = 256;

    private final PreparedFolder folder;

    /** Kept below that folder. */
    public KeycloakDistribution(Path parts) {
        this.folder = new PreparedFolder(parts.resolve("keycloak-" + VERSION));
    }

    /** Fetches and builds it, unless that was done before. */
    public void prepare(Progress progress) {
        folder.prepare(draft -> {
            progress.say("keycloak", "fetching Keycloak " + VERSION);
            Maven.unpack("org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip", draft);
            progress.say("keycloak", "building Keycloak for PostgreSQL, once");
            build(draft.resolve("keycloak-" + VERSION));
        });
    }

    /** What is decided here is decided for every data directory; see the start for the rest. */
    private static void build(Path distribution) throws IOException {
        Launch build = new Launch(
                List.of(
                        distribution.resolve("bin/kc.sh").toString(),
                        "build",
                        "--db=postgres",
                        "--health-enabled=true",
                        "--http-management-health-enabled=false"),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                distribution);
        distribution.resolve("bin/kc.sh").toFile().setExecutable(true);
        Command ended = Command.run(build);
        if (!ended.worked()) {
            throw new LaunchProblem("Keycloak could not be built: " + ended.output(), "run the command again");
        }
    }

    /** Where its jars lie. */
    public Path libraries() {
        return folder.folder().resolve("keycloak-" + VERSION).resolve("lib");
    }

    /** In the order in which Keycloak's own class loader looks: what its build changed hides the original. */
    private List<Path> classPath() {
        List<Path> jars = new ArrayList<>(List.of(
                libraries().resolve("quarkus/transformed-bytecode.jar"),
                libraries().resolve("quarkus/generated-bytecode.jar"),
                libraries().resolve("app/keycloak.jar")));
        jars.addAll(Jars.below(libraries().resolve("lib/boot")));
        jars.addAll(Jars.below(libraries().resolve("lib/main")));
        return jars;
    }

    /**
     * The server without the script between us and its process, and without its class loader: an ahead-of-time cache
     * serves the class path only, and saves Keycloak half of its start.
     */
    public JavaProgram server(Path home) {
        List<String> options =
                new ArrayList<>(Tuning.configured(System.getenv()).options(HEAP_MIB));
        options.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"));
        return JavaProgram.ofClassPath("keycloak", options, classPath(), "org.keycloak.quarkus.runtime.KeycloakMain")
                .withProperties(Map.of(
                        "kc.home.dir", home.toString(),
                        "jboss.server.config.dir", home.resolve("conf").toString()));
    }
}
