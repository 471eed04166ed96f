package io.skyholm.runtime.command;

import io.skyholm.events.EventJson;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The answers given under an Idempotency-Key. The key's row is written first, in the command's own transaction: of two
 * calls at once the second waits for the first, and a failed one leaves nothing behind.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final String CLAIM = """
            insert into idempotency_key (caller_id, key, tenant_id, fingerprint) values ($1, $2, $3, $4)
            on conflict do nothing""";
    private static final String KEEP = "update idempotency_key set answer = $3 where caller_id = $1 and key = $2";
    private static final String FIND =
            "select fingerprint, answer from idempotency_key where caller_id = $1 and key = $2";

    private record Kept(String fingerprint, String answer) {}

    /** Whether this call is the first with its key. */
    Uni<Boolean> claim(Work work, Caller caller, String key, Fingerprint fingerprint) {
        return work.execute(CLAIM, caller.keyHolder(), key, caller.tenantId(), fingerprint.text())
                .map(rows -> rows == 1);
    }

    /** Sent only: it travels with the commit, and costs no round trip of its own. */
    void keep(Work work, Caller caller, String key, Object answer) {
        work.send(KEEP, caller.keyHolder(), key, EventJson.write(answer));
    }

    <T> Uni<T> replay(Work work, Caller caller, String key, Fingerprint fingerprint, Class<T> answer) {
        return work.one(Kept.class, FIND, caller.keyHolder(), key).map(kept -> {
            if (!fingerprint.text().equals(kept.fingerprint())) {
                throw Problem.of(
                        ProblemKind.INVALID,
                        "IDEMPOTENCY_KEY_REUSED",
                        "This Idempotency-Key was used for another request; take a new key");
            }
            return EventJson.read(kept.answer(), answer);
        });
    }
}
