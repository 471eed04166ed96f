package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.artifact.Maven;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands an export to the audit's own verifier, which needs nothing that runs. */
@Command(name = "verify", description = "Verify an export or an archived month; name the first bad entry.")
final class AuditVerify implements Callable<Integer> {
    private static final String MODULE = "audit-service";
    private static final String PROGRAM = "io.skyholm.audit.verify.VerifyExport";

    @Parameters(paramLabel = "FILE", description = "JSON lines, or gzipped JSON lines.")
    private Path file = Path.of("");

    @Option(names = "--partial", description = "Entries may be missing: the export was filtered.")
    private boolean partial;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "A public key in PEM that digests are to be signed with.")
    private List<Path> keys = List.of();

    @Override
    public Integer call() {
        Site site = DefaultSuite.site();
        Path classes = site.checkout().root().resolve(MODULE).resolve("target/classes");
        if (!Files.exists(classes.resolve(PROGRAM.replace('.', '/') + ".class"))) {
            build(site.checkout().root());
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                PROGRAM,
                file.toAbsolutePath().toString()));
        if (partial) {
            command.add("--partial");
        }
        keys.forEach(key -> command.addAll(List.of("--key", key.toAbsolutePath().toString())));
        return Maven.visibly(new Launch(command, Map.of(), site.checkout().root()));
    }

    private static void build(Path root) {
        int built = Maven.visibly(root, "-q", "-pl", MODULE, "-am", "-DskipTests", "-Dspotless.check.skip", "package");
        if (built != 0) {
            throw new LaunchProblem("the verifier could not be built", "mend what Maven names, then try again");
        }
    }
}
