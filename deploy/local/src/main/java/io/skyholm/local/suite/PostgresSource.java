package io.skyholm.local.suite;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.database.Databases;
import io.skyholm.local.home.Site;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A PostgreSQL from elsewhere for tests, such as a container. Found by the service loader, and chosen by naming it in
 * the system property {@code skyholm.postgres}; it lives as long as the process that tests.
 */
public interface PostgresSource {

    /** The ports of the servers that this process has started, by the source's name. */
    ConcurrentMap<String, Integer> STARTED = new ConcurrentHashMap<>();

    /** What the system property says to choose it. */
    String name();

    /** Starts a server with this password of its superuser "postgres" and wal_level=logical, and returns its port. */
    int start(String password);

    /** The source that was chosen; none means the launcher's own part. */
    static Optional<PostgresSource> chosen() {
        return Optional.ofNullable(System.getProperty("skyholm.postgres"))
                .filter(name -> !name.isEmpty())
                .map(PostgresSource::named);
    }

    private static PostgresSource named(String name) {
        return ServiceLoader.load(PostgresSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LaunchProblem(
                        "there is no PostgreSQL from " + name, "leave -Dskyholm.postgres away, or name one there is"));
    }

    /** The site with this server in the place of the launcher's, ready for the services. */
    default Site settledIn(Site site) {
        int port = STARTED.computeIfAbsent(name(), name -> start(site.secrets().password(Databases.SUPERUSER)));
        new Databases(port, site.secrets()).settle();
        return site.with(site.ports().with("postgres", port));
    }
}
