package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.RebuildInstance;
import io.skyholm.operations.Operation;
import java.time.Instant;
import java.util.Map;

/** What an operation changes of an instance when it begins, beside its power and its status. */
enum ActionChange {
    NOTHING,
    RESTART,
    SIZE,
    DISK,
    PASSWORD,
    MACHINE,
    DELETION,
    UNDELETION;

    void apply(Instance instance, Object request, Instant now) {
        switch (this) {
            case NOTHING -> {}
            case RESTART -> instance.desired().restart();
            case SIZE -> {
                ResizeRequest resize = (ResizeRequest) request;
                instance.resize(resize.wanted(), resize.planId());
            }
            case DISK -> instance.rebuild((RebuildInstance) request);
            case PASSWORD -> instance.resetPassword();
            case MACHINE -> instance.location().moving(true);
            case DELETION -> instance.delete(now);
            case UNDELETION -> instance.deletion().undelete();
        }
    }

    /** What an operation is tried again with: what it was asked with, for what the instance has become since. */
    Object requestAgain(Instance instance, Operation operation) {
        return switch (this) {
            case SIZE -> operation.request(ResizeRequest.class).again(instance);
            case DISK -> operation.request(RebuildInstance.class);
            case NOTHING, RESTART, PASSWORD, MACHINE, DELETION, UNDELETION -> Map.of();
        };
    }
}
