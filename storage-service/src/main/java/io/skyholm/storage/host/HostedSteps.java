package io.skyholm.storage.host;

import io.skyholm.hosts.HostState;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.Objects;

/**
 * What is done with things of a kind as their host goes on.
 *
 * @param <T> their rows
 */
public interface HostedSteps<T extends HostedThing> {

    /** Its host is told what it is to be. */
    Uni<?> tell(Work work, T thing);

    /** Its host has shown that it is what it should be. */
    Uni<?> ready(Work work, T thing);

    /** It is proven gone from its host. */
    Uni<?> finish(Work work, T thing, HostState host);

    /** Its host cannot do it, or takes too long. */
    Uni<?> fail(Work work, T thing, String reason);

    /** It goes, and waits longer than usual. */
    Uni<?> explain(Work work, T thing, String reason);

    /** Makes a move. */
    default Uni<?> make(Work work, T thing, HostState host, HostedMove move) {
        return switch (move.kind()) {
            case REST -> Uni.createFrom().voidItem();
            case TELL -> tell(work, thing);
            case READY -> ready(work, thing);
            case FINISH -> finish(work, thing, host);
            case FAIL -> fail(work, thing, Objects.requireNonNull(move.reason()));
            case EXPLAIN -> explain(work, thing, Objects.requireNonNull(move.reason()));
        };
    }
}
