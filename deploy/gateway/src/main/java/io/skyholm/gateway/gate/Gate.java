package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;

/** One thing that is looked at before a request may pass. */
@FunctionalInterface
public interface Gate {

    /** False when the gate has answered the request itself. */
    boolean admits(Call call);
}
