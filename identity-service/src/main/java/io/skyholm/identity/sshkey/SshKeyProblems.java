package io.skyholm.identity.sshkey;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with SSH keys. */
final class SshKeyProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS =
            Conflicts.of("ssh_key_fingerprint", "SSH_KEY_KNOWN", "The user has this key already");

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
}
