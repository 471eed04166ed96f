package io.skyholm.identity.keycloak;

import io.skyholm.events.access.BuiltInRole;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Of whom the directory demands a second factor: of whoever is asked to have one, and of all who run the platform. */
@Singleton
public class SecondFactor {

    private final boolean local;

    /** On a developer's machine, which the launcher says it is, who runs the platform signs in by password alone. */
    SecondFactor(@ConfigProperty(name = "skyholm.local") boolean local) {
        this.local = local;
    }

    /** Whether it is demanded of somebody with these roles. */
    public boolean isDemandedOf(Collection<String> roles, boolean asked) {
        return asked || (!local && roles.stream().anyMatch(BuiltInRole.ofPlatform()::contains));
    }
}
