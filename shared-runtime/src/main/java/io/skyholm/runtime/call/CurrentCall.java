package io.skyholm.runtime.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The call that is being served; resources hand it on, nobody else asks for it. */
@RequestScoped
public class CurrentCall {

    private @Nullable Call call;

    private @Nullable Supplier<Uni<Void>> access;

    private @Nullable AnonymousCall anonymous;

    /** The call; only methods without {@code @Open} have one. */
    public Call get() {
        if (call == null) {
            throw new IllegalStateException("This method is @Open: nobody in particular is calling");
        }
        return call;
    }

    /** The call, if somebody is calling whom we know. */
    public Optional<Call> known() {
        return Optional.ofNullable(call);
    }

    /** Asks whether the call would still be let in; for what goes on after the answer has begun. */
    public Supplier<Uni<Void>> access() {
        if (access == null) {
            throw new IllegalStateException("This method is @Open: nobody in particular is calling");
        }
        return access;
    }

    /** The call of somebody who need not be known; only methods with {@code @Open} have one. */
    public AnonymousCall anonymous() {
        if (anonymous == null) {
            throw new IllegalStateException("This method is not @Open: ask for the call");
        }
        return anonymous;
    }

    void is(Call call, Supplier<Uni<Void>> access) {
        this.call = call;
        this.access = access;
    }

    void is(AnonymousCall call) {
        this.anonymous = call;
    }
}
