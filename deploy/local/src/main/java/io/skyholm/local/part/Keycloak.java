package io.skyholm.local.part;

import io.skyholm.local.Progress;
import io.skyholm.local.Resource;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.aot.JavaProgram;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

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
     * which all suites share, it only reads the libraries.
     */
    @Override
    public void initialise() {
        Path realm = home().resolve("data/import/skyholm-realm.json");
        try {
            Files.createDirectories(realm.getParent());
            Files.createDirectories(home().resolve("conf"));
            Files.createDirectories(home().resolve("providers"));
            Files.deleteIfExists(home().resolve("lib"));
            Files.createSymbolicLink(home().resolve("lib"), distribution.libraries());
            Files.writeString(realm, Resource.text("keycloak/skyholm-realm.json"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + realm, failure);
        }
    }

    @Override
    public Launch launch(AotMode mode) {
        JavaProgram program = distribution.server(home()).with("start", "--optimized", "--import-realm");
        return new Launch(program.command(site.aotCaches(), mode), environment(), home());
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
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
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "skyholm"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", site.secrets().password("keycloak_admin")),
                Map.entry("SKYHOLM_IDENTITY_CLIENT_SECRET", site.secrets().password("identity_client")));
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

    private Path home() {
        return site.data().of(name());
    }
}
