package io.skyholm.identity.sshkey;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with SSH keys. */
final class SshKeyProblems {

    private SshKeyProblems() {}

    static Problem notFound() {
        return Problem.notFound("SSH key");
    }

    static Problem userNotFound() {
        return Problem.invalid("userId", "names no user for whom you may add keys");
    }

    static Problem unreadable(String why) {
        return Problem.invalid("publicKey", why);
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        return DatabaseProblems.violates("ssh_key_fingerprint").test(refusal)
                ? Problem.of(CONFLICT, "SSH_KEY_KNOWN", "The user has this key already")
                : refusal;
    }
}
