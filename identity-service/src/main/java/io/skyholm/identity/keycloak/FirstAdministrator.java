package io.skyholm.identity.keycloak;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who can sign in before anybody has been invited: known from the configuration. */
@Singleton
public class FirstAdministrator {

    private final Optional<UUID> id;
    private final Optional<String> password;
    private final boolean local;

    FirstAdministrator(
            @ConfigProperty(name = "skyholm.first-administrator.id") Optional<UUID> id,
            @ConfigProperty(name = "skyholm.first-administrator.password") Optional<String> password,
            @ConfigProperty(name = "skyholm.local") boolean local) {
        this.id = id;
        this.password = password;
        this.local = local;
    }

    /** Their id, if there shall be one. */
    public Optional<UUID> id() {
        return id;
    }

    /** Whether the password must be changed at the first login: it must, but on the machine of a developer. */
    boolean startsAfresh() {
        return !local;
    }

    /** The password that this user starts with; nobody else has one that we know. */
    Optional<String> password(UUID user) {
        return id.filter(user::equals).flatMap(first -> password);
    }
}
