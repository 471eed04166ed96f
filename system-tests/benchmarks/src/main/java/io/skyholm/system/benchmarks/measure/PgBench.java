package io.skyholm.system.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, running the statements of a request: as fast as any service could be. */
public final class PgBench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final BenchSuite suite;

    public PgBench(BenchSuite suite) {
        this.suite = suite;
    }

    /** Transactions per second of that script. */
    public double run(String script, int clients, Duration duration) throws IOException, InterruptedException {
        return run(script, clients, duration, List.of());
    }

    /** The same at a steady pace: no more than so many a second. */
    public double run(String script, int clients, Duration duration, int perSecond)
            throws IOException, InterruptedException {
        return run(script, clients, duration, List.of("--rate=" + perSecond));
    }

    private double run(String script, int clients, Duration duration, List<String> options)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("skyholm", ".pgb");
        try {
            Files.writeString(file, script);
            return measure(file, clients, duration, options);
        } finally {
            Files.delete(file);
        }
    }

    private double measure(Path script, int clients, Duration duration, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(suite.port("postgres")),
                "-U",
                "identity_service",
                "-f",
                script.toString(),
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-T",
                String.valueOf(duration.toSeconds()),
                "skyholm"));
        command.addAll(1, options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", suite.password("identity_service"));
        Process process = start(builder);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench measured nothing: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "pgbench is needed as the floor; install it (Debian: apt install postgresql-contrib)", missing);
        }
    }
}
