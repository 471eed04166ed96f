package io.skyholm.local.part;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.artifact.Fingerprint;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.Private;
import io.skyholm.local.home.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema of a service to what its jars ask for, as the schema's owner. That is done here so that the service
 * need not know the owner's password, nor spend a part of each start on it.
 */
record Migrations(Site site, String service) {
    /** The service's own scripts lie in a folder of it, those of each shared module in another. */
    private static final String FOLDER = "db/";

    /** Does nothing if these migrations have been made already. */
    void run() {
        Path scripts = site.data().root().resolve("run/migrations").resolve(service);
        try {
            Folders.delete(scripts);
            unpack(scripts);
            String state = Fingerprint.of(scripts, List.of(""));
            if (Files.exists(made()) && Files.readString(made()).equals(state)) {
                return;
            }
            flyway(scripts).migrate();
            Private.write(made(), state);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the migrations of " + service, failure);
        } catch (FlywayException failure) {
            throw new LaunchProblem(
                    "the schema of " + service + " could not be migrated: " + failure.getMessage(),
                    "mend the migration; if the data is of no use, ./skyholm reset makes new data",
                    failure);
        }
    }

    private Flyway flyway(Path scripts) {
        String database = "jdbc:postgresql://127.0.0.1:" + site.ports().of("postgres") + "/skyholm";
        return Flyway.configure()
                .loggers("slf4j")
                .dataSource(database, service + "_owner", site.secrets().password(service + "_owner"))
                .connectRetries(5)
                .schemas(service)
                .createSchemas(false)
                .outOfOrder(true)
                .locations("filesystem:" + scripts.resolve(FOLDER))
                .load();
    }

    private void unpack(Path scripts) throws IOException {
        Files.createDirectories(scripts.resolve(FOLDER));
        for (Path jar : Module.ofService(service).ownJars(site.checkout().root())) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().filter(Migrations::isScript).toList()) {
                    Path copy = scripts.resolve(entry.getName());
                    Files.createDirectories(copy.resolveSibling(""));
                    try (InputStream script = zip.getInputStream(entry)) {
                        Files.copy(script, copy);
                    }
                }
            }
        }
    }

    private static boolean isScript(ZipEntry entry) {
        return entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".sql");
    }

    /** Lies in the cluster, so that it goes when the cluster goes. */
    private Path made() {
        return site.data().of("postgres").resolve("skyholm-migrated-" + service);
    }
}
