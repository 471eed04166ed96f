package io.skyholm.identity.session;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sees from the calls that are answered here which sessions are in use. */
class SessionWatch {

    private final CurrentCall current;
    private final SessionActivity activity;

    SessionWatch(CurrentCall current, SessionActivity activity) {
        this.current = current;
        this.activity = activity;
    }

    @ServerResponseFilter
    void answered() {
        current.known().ifPresent(this::seen);
    }

    private void seen(Call call) {
        Caller caller = call.caller();
        UUID session = caller.credential().id();
        if (session != null && caller.credential().kind() == Credential.Kind.SESSION) {
            activity.seen(
                    session,
                    caller.id(),
                    caller.tenantId(),
                    call.origin().address(),
                    call.origin().agent());
        }
    }
}
