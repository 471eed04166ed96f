package io.skyholm.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Ports;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.suite.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite of PostgreSQL alone, brought up as a person does it. */
class SupervisorIsKilledTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Path generated;
    private final DataDirectory data;
    private final LauncherCalls launcher;

    SupervisorIsKilledTest(@TempDir Path generated) throws IOException {
        this.generated = generated;
        this.data = new DataDirectory(generated.resolve("data"));
        this.launcher = new LauncherCalls(generated, Ports.free());
        // Fetched by then, whoever comes first.
        Path parts = TestPlatform.with("postgres").suite().site().parts();
        Files.createSymbolicLink(generated.resolve("parts"), parts);
        skyholm("up", "--detach", "postgres");
    }

    @AfterEach
    void down() throws IOException {
        skyholm("down");
        Files.delete(generated.resolve("parts"));
    }

    @Test
    void itReturnsByItselfAndGoesOnWatching() {
        long first = living("supervisor");
        long postgres = living("postgres");
        kill(first);

        becomesAnother("supervisor", first);
        assertThat(living("postgres")).isEqualTo(postgres);

        kill(postgres);
        becomesAnother("postgres", postgres);
    }

    @Test
    void whatNobodyWatchesGoesOnAndTheNextUpAdoptsIt() {
        ProcessHandle supervisor = process("supervisor");
        long postgres = living("postgres");
        supervisor.parent().orElseThrow().destroyForcibly();
        kill(supervisor.pid());

        skyholm("up", "--detach", "postgres");

        assertThat(living("postgres")).isEqualTo(postgres);
        assertThat(living("supervisor")).isNotEqualTo(supervisor.pid());
    }

    @Test
    void downWhileItIsAwayIsForGood() {
        ProcessHandle supervisor = process("supervisor");
        ProcessHandle returning = supervisor.parent().orElseThrow();
        kill(supervisor.pid());

        skyholm("down");

        assertThat(BoundedWait.waitUntil(() -> !returning.isAlive(), LIMIT)).isTrue();
        assertThat(new PidFile(data.pidFile("supervisor")).living()).isEmpty();
        assertThat(new PidFile(data.pidFile("postgres")).living()).isEmpty();
    }

    @Test
    void anUnknownPartIsRefusedAlsoWhileItIsUp() {
        Command refused = launcher.call("up", "nope");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("there is no part nope").doesNotContain("Already up");
    }

    @Test
    void statusLooksWhereItWasStarted() {
        String port = Integer.toString(launcher.ports().of("postgres"));

        assertThat(new LauncherCalls(generated, new Ports(Map.of()))
                        .call("status")
                        .output())
                .containsPattern("postgres +[0-9]+ +" + port + " +ready");
    }

    @Test
    void downTellsOfEachPartAsItStops() {
        assertThat(skyholm("down")).containsPattern("postgres +[0-9.]+ s +stopped");
    }

    @Test
    void oneThatIsReplacedEndsAndLeavesThePartsToTheOther() {
        ProcessHandle supervisor = process("supervisor");
        long postgres = living("postgres");
        PidFile pidFile = new PidFile(data.pidFile("supervisor"));
        pidFile.write(ProcessHandle.current());
        try {
            assertThat(BoundedWait.waitUntil(() -> !supervisor.isAlive(), LIMIT))
                    .isTrue();
            assertThat(living("postgres")).isEqualTo(postgres);
            assertThat(pidFile.living()).contains(ProcessHandle.current());
        } finally {
            // Else "down" would end this process, too.
            pidFile.delete();
        }
    }

    private void becomesAnother(String name, long former) {
        assertThat(BoundedWait.waitUntil(
                        () -> new PidFile(data.pidFile(name))
                                .living()
                                .filter(process -> process.pid() != former)
                                .isPresent(),
                        LIMIT))
                .as(name + " came back")
                .isTrue();
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        assertThat(BoundedWait.waitUntil(() -> !process.isAlive(), LIMIT)).isTrue();
    }

    private long living(String name) {
        return process(name).pid();
    }

    private ProcessHandle process(String name) {
        return new PidFile(data.pidFile(name)).living().orElseThrow();
    }

    private String skyholm(String... arguments) {
        Command ended = launcher.call(arguments);
        assertThat(ended.worked()).as(ended.output()).isTrue();
        return ended.output();
    }
}
