package io.skyholm.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.home.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLockTest {
    @Test
    void whereNobodyBuildsItIsNotWaitedFor(@TempDir Path root) {
        List<String> done = new ArrayList<>();
        BuildLock lock = BuildLock.of(new Checkout(root.resolve("free")));

        lock.alone(() -> done.add("waits"), () -> done.add("builds"));
        lock.alone(() -> done.add("waits"), () -> done.add("builds again"));

        assertThat(done).containsExactly("builds", "builds again");
        assertThat(lock.file()).isEqualTo(root.resolve("free/.skyholm/build.lock"));
    }

    @Test
    void aBuildWaitsForThatOfAnotherProcess(@TempDir Path root) throws Exception {
        BuildLock lock = BuildLock.of(new Checkout(root));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        root.toString())
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("building");
            List<String> done = new ArrayList<>();

            lock.alone(
                    () -> {
                        done.add("waits");
                        other.destroyForcibly();
                    },
                    () -> done.add("builds"));

            assertThat(done).containsExactly("waits", "builds");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Builds until it is killed, and longer than a test may take. */
    static final class Other {
        private static final long LONG_MILLIS = 120_000;

        private Other() {}

        public static void main(String[] root) {
            BuildLock.of(new Checkout(Path.of(root[0]))).alone(() -> {}, () -> {
                System.out.println("building");
                try {
                    Thread.sleep(LONG_MILLIS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }
}
