package io.skyholm.storage;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody deletes something together with what they name of it, in one transaction: all of it, or nothing.
 *
 * @param isAtOnce whether it ends at once, and cannot be restored
 */
public record Deletion(Call call, Work work, boolean isAtOnce) {

    static final String WITH = "with";

    /** So many are named in one call, whose address is to stay within what servers read. */
    private static final int MOST = 50;

    /** Whom a caller names, each of them once. */
    public static Set<UUID> named(Collection<UUID> with) {
        Set<UUID> named = Set.copyOf(with);
        if (named.size() > MOST) {
            throw Problem.invalid(WITH, "must not be given more than " + MOST + " times");
        }
        return named;
    }
}
