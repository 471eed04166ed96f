package io.skyholm.local.part;

import io.skyholm.local.Http;
import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.aot.JavaProgram;
import io.skyholm.local.home.PrivateFiles;
import io.skyholm.local.home.Site;
import io.skyholm.local.keycloak.KeycloakAdministration;
import io.skyholm.local.keycloak.KeycloakDistribution;
import io.skyholm.local.keycloak.RealmFile;
import io.skyholm.local.keycloak.RealmUpdate;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keycloak: passwords, logins and the signing of tokens. */
final class Keycloak implements Part {
    private final Site site;
    private final KeycloakDistribution distribution;

    Keycloak(Site site) {
        this.site = site;
        this.distribution = new KeycloakDistribution(site.parts());
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Set<String> needs() {
        return Set.of("postgres");
    }

    @Override
    public void prepare(Progress progress) {
        distribution.prepare(progress);
    }

    /**
     * Gives Keycloak a home of its own with the realm, which it imports unless it has it already; of the distribution,
     * which all suites share, it only reads the libraries. A file that is there says what the realm was brought to last.
     */
    @Override
    public void initialise() {
        try {
            Files.createDirectories(realm().getParent());
            Files.createDirectories(home().resolve("conf"));
            Files.createDirectories(home().resolve("providers"));
            Files.deleteIfExists(home().resolve("lib"));
            Files.createSymbolicLink(home().resolve("lib"), distribution.libraries());
            if (!Files.exists(realm())) {
                PrivateFiles.write(realm(), new RealmFile(site).text());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + realm(), failure);
        }
    }

    /** The realm of a data directory that an earlier version made. */
    @Override
    public void settle() {
        RealmFile file = new RealmFile(site);
        try {
            if (!Files.readString(realm()).equals(file.text())) {
                new RealmUpdate(KeycloakAdministration.of(site), file.filled()).run();
                PrivateFiles.write(realm(), file.text());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + realm(), failure);
        }
    }

    @Override
    public Launch launch(AotMode mode) {
        JavaProgram program = distribution.server(home()).with("start", "--optimized", "--import-realm");
        return new Launch(program.command(site.aotCaches(), mode), environment(), home());
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>(new RealmFile(site).placeholders());
        variables.putAll(Map.ofEntries(
                Map.entry(
                        "KC_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + site.ports().of("postgres") + "/keycloak"),
                Map.entry("KC_DB_USERNAME", "keycloak"),
                Map.entry("KC_DB_PASSWORD", site.secrets().password("keycloak_database")),
                Map.entry("KC_DB_POOL_INITIAL_SIZE", "1"),
                Map.entry("KC_DB_POOL_MAX_SIZE", "20"),
                Map.entry("KC_CACHE", "local"),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                Map.entry("KC_HTTP_PORT", Integer.toString(site.ports().of(name()))),
                Map.entry("KC_HOSTNAME", site.gateway()),
                Map.entry("KC_HOSTNAME_ADMIN", site.http(name())),
                Map.entry("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true"),
                Map.entry("KC_PROXY_HEADERS", "xforwarded"),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdministration.USER),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", site.secrets().password(KeycloakAdministration.PASSWORD))));
        return variables;
    }

    /** Health alone comes too early; the realm answers when the import is done. */
    @Override
    public boolean isReady() {
        return Http.answers(site.http(name()) + "/realms/skyholm/.well-known/openid-configuration");
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofMinutes(5);
    }

    private Path realm() {
        return home().resolve("data/import/skyholm-realm.json");
    }

    private Path home() {
        return site.data().of(name());
    }
}
