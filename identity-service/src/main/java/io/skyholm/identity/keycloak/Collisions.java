package io.skyholm.identity.keycloak;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Repeats what met somebody else's change of the same user in Keycloak. */
final class Collisions {

    private static final Duration BRIEFLY = Duration.ofMillis(50);
    private static final Duration AT_MOST = Duration.ofMillis(800);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Collisions() {}

    /** The call's answer once nobody else is in its way. */
    static <T> Uni<T> retried(Uni<T> call) {
        return call.onFailure(KeycloakFailures::isCollision)
                .retry()
                .withBackOff(BRIEFLY, AT_MOST)
                .withJitter(1)
                .expireIn(LONGEST.toMillis())
                .onFailure(KeycloakFailures::isCollision)
                .transform(DirectoryUnavailable::new);
    }
}
