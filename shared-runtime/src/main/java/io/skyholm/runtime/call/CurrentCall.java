package io.skyholm.runtime.call;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The call that is being served; resources hand it on, nobody else asks for it. */
@RequestScoped
public class CurrentCall {

    private @Nullable Call call;

    /** The call; only methods without {@code @Open} have one. */
    public Call get() {
        if (call == null) {
            throw new IllegalStateException("This method is @Open: nobody in particular is calling");
        }
        return call;
    }

    void is(Call call) {
        this.call = call;
    }
}
