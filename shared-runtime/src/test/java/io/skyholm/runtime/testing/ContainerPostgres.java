package io.skyholm.runtime.testing;

import io.skyholm.local.suite.PostgresSource;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The same PostgreSQL from a container, for machines that have Docker; deploy/local/postgres-image makes the image. */
public final class ContainerPostgres implements PostgresSource {

    private static final DockerImageName IMAGE = DockerImageName.parse("skyholm-postgres:18.6");
    private static final int PORT = 5432;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "container";
    }

    @Override
    @SuppressWarnings("resource") // It ends with the process.
    public int start(String password) {
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withImagePullPolicy(image -> false)
                .withEnv("POSTGRES_PASSWORD", password)
                .withExposedPorts(PORT)
                .waitingFor(
                        Wait.forLogMessage(".*ready to accept connections.*", 1).withStartupTimeout(TIMEOUT));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "container-postgres"));
        return container.getMappedPort(PORT);
    }
}
