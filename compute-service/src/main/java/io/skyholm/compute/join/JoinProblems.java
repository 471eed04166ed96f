package io.skyholm.compute.join;

import static io.skyholm.runtime.problem.ProblemKind.FORBIDDEN;

import io.skyholm.runtime.problem.Problem;
import java.time.Duration;

/** What can go wrong with joining. */
final class JoinProblems {

    private static final Duration SOON = Duration.ofSeconds(5);

    private JoinProblems() {}

    static Problem notFound() {
        return Problem.notFound("join token");
    }

    static Problem noSuchPool() {
        return Problem.invalid("resourcePoolId", "names no compute pool");
    }

    /** The same for unknown, used, revoked and expired tokens, and for one that was used by whoever has another key. */
    static Problem refused() {
        return Problem.of(
                FORBIDDEN, "JOIN_REFUSED", "No host can join with this token; ask for a new one where you got it");
    }

    static Problem noKey() {
        return Problem.invalid("publicKey", "must be an Ed25519 public key: X.509, in Base64");
    }

    static Problem noEncryptionKey() {
        return Problem.invalid("encryptionKey", "must be an X25519 public key: X.509, in Base64");
    }

    static Problem kafkaAway() {
        return Problem.unavailable("Kafka is away for a moment; nothing was kept, try again", SOON);
    }
}
