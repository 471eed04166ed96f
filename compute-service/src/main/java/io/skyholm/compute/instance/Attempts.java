package io.skyholm.compute.instance;

import io.skyholm.events.compute.OperationKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Has instances do things among others that may: one that cannot keeps nobody else from it. */
@Singleton
public class Attempts {

    private final Acts acts;

    Attempts(Acts acts) {
        this.acts = acts;
    }

    /** Begins something with an instance, or says why it cannot do that now. */
    public Uni<Optional<String>> begin(Work work, UUID id, Act act) {
        return work.lock(Instance.class, id)
                .map(found -> found.filter(instance -> !instance.isDeleted()).orElseThrow(InstanceProblems::notFound))
                .chain(instance -> act.kind() == OperationKind.DELETE && instance.deletionProtection
                        ? Uni.createFrom()
                                .item(Optional.of(InstanceProblems.isProtected().detail()))
                        : begin(work, instance, act));
    }

    private Uni<Optional<String>> begin(Work work, Instance instance, Act act) {
        return acts.tryBegin(work, instance.id, act)
                .map(begun -> begun.isPresent() ? Optional.empty() : Optional.of(why(instance, act)));
    }

    private static String why(Instance instance, Act act) {
        if (instance.fate != Fate.KEEP) {
            return InstanceProblems.givingBack().detail();
        }
        return Allowed.in(instance.status, act.kind())
                ? InstanceProblems.busy().detail()
                : InstanceProblems.notNow(act.kind(), instance.status).detail();
    }
}
