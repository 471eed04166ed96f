package io.skyholm.system.hostile;

import io.skyholm.runtime.testing.api.Operation;
import java.util.List;

/**
 * Somebody who tries everything.
 *
 * @param bearer what they show; empty for nothing
 * @param standing what the suite knows of them
 * @param accessGrant the grant under which they claim to call; empty for none
 */
record Attacker(String name, String bearer, Standing standing, String accessGrant) {

    /** What anybody may call; what else is answered well to a stranger should not have been. */
    private static final List<String> OPEN = List.of(
            "/v1/registrations",
            "/v1/invitations/accept",
            "/v1/password-resets",
            "/v1/email-verifications/confirm",
            "/v1/host-joins",
            "/v1/themes/active");

    Attacker(String name, String bearer, Standing standing) {
        this(name, bearer, standing, "");
    }

    /** How much of their own they may do. */
    enum Standing {
        /** Works in a tenant of their own. */
        MEMBER,
        /** Looks at what is their own tenant's and changes nothing. */
        SUSPENDED,
        /** Is let in nowhere. */
        STRANGER
    }

    /** Why an answer should not have been given, empty if it may. */
    String fault(Operation operation, int status, String said, Victim victim) {
        boolean good = status / 100 == 2;
        if (said.contains(victim.secret())) {
            return "was told of the victim";
        }
        if (good && namesIds(operation)) {
            return "was let to what is the victim's";
        }
        if (good && standing == Standing.STRANGER && !isOpen(operation)) {
            return "was let in";
        }
        if (good && standing == Standing.SUSPENDED && changes(operation) && !isOpen(operation)) {
            return "changed something while suspended";
        }
        return status == 500 || status == 502 ? "found a fault" : "";
    }

    /** Whether it names what it is about in its path. */
    private static boolean namesIds(Operation operation) {
        return operation.path().contains("{") && !operation.path().startsWith("/v1/services/");
    }

    private static boolean changes(Operation operation) {
        return !operation.method().equals("GET");
    }

    private static boolean isOpen(Operation operation) {
        return OPEN.stream().anyMatch(operation.path()::startsWith);
    }
}
