package io.skyholm.runtime.call;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The call that is being served; resources hand it on, nobody else asks for it. */
@RequestScoped
public class CurrentCall {

    private @Nullable Call call;

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

    /** The call of somebody who need not be known; only methods with {@code @Open} have one. */
    public AnonymousCall anonymous() {
        if (anonymous == null) {
            throw new IllegalStateException("This method is not @Open: ask for the call");
        }
        return anonymous;
    }

    void is(Call call) {
        this.call = call;
    }

    void is(AnonymousCall call) {
        this.anonymous = call;
    }
}
