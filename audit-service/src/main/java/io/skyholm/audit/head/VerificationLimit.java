package io.skyholm.audit.head;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets a tenant verify one portion at a time: each is seconds of work, and a tenant that asked for many at once would keep
 * everybody's entries from being recorded.
 */
@ApplicationScoped
class VerificationLimit {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Set<UUID> verifying = ConcurrentHashMap.newKeySet();

    <T> Uni<T> admit(TenantScope scope, Supplier<Uni<T>> verification) {
        UUID tenant = scope.tenantId();
        if (tenant == null) {
            return verification.get();
        }
        return Uni.createFrom().deferred(() -> {
            if (!verifying.add(tenant)) {
                throw busy();
            }
            return Uni.createFrom().deferred(verification::get).onTermination().invoke(() -> verifying.remove(tenant));
        });
    }

    private static Problem busy() {
        return Problem.tooMany(
                "TOO_MANY_OPEN",
                "Somebody of your tenant verifies a chain already; try again when that has ended",
                SOON);
    }
}
