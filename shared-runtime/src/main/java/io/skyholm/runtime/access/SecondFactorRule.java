package io.skyholm.runtime.access;

import static io.skyholm.runtime.problem.ProblemKind.UNAUTHENTICATED;

import io.skyholm.runtime.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who runs the platform comes in with a token that says they gave a second factor. That Keycloak asks for one is not enough: a
 * session from before somebody became an operator, or a change of its realm, would pass with a password alone.
 */
@Singleton
class SecondFactorRule {

    /** A code of an authenticator, and a passkey, which its device gave out after it knew its user. */
    private static final Set<String> PROOFS = Set.of("otp", "mfa");

    private final boolean waived;

    /** Where the launcher says that this is a developer's machine, a password is enough. */
    SecondFactorRule(@ConfigProperty(name = "skyholm.second-factor.waived") boolean waived) {
        this.waived = waived;
    }

    void check(TokenClaims claims, CallerStatus status) {
        if (!status.runsPlatform()) {
            return;
        }
        if (claims.credential().kind() == Credential.Kind.SERVICE_ACCOUNT) {
            throw Problem.unauthenticated("A service account cannot run the platform");
        }
        if (!waived && Collections.disjoint(claims.methods(), PROOFS)) {
            throw Problem.of(
                    UNAUTHENTICATED,
                    "SECOND_FACTOR_REQUIRED",
                    "Whoever runs the platform logs in with a second factor: log out, and log in again with a code of your"
                            + " authenticator or with a passkey");
        }
    }
}
