package io.skyholm.compute.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.skyholm.compute.instance.Created;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.RebuildInstance;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a retry does, and with what. */
class RetriedActionTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Size LARGER = new Size(4, 8, 10, 0);

    private final Instance instance = Created.instance(0, NOW);

    /** What was to bring it back is a start by then, and that is the tenant's: an operator may not begin one. */
    @ParameterizedTest
    @CsvSource({
        "MOVE, STOPPED, START",
        "MOVE, ERROR, START",
        "RESTART, ERROR, START",
        "RECOVER, ERROR, START",
        "RESUME, STOPPED, START",
        "MOVE, RUNNING, MOVE",
        "RESTART, RUNNING, RESTART",
        "STOP, ERROR, STOP",
        "SUSPEND, ERROR, SUSPEND",
        "CREATE, ERROR, CREATE",
        "DELETE, STOPPED, DELETE",
        "UNDELETE, ERROR, UNDELETE"
    })
    void whatFailedIsBegunAgainOrStarted(OperationKind failed, InstanceStatus status, OperationKind begun) {
        instance.progress().is(status);
        assertThat(again(failed, Map.of()).kind()).isEqualTo(begun);
    }

    @Test
    void whoRetriesBeginsItAndItIsNoPartOfAnythingElse() {
        InstanceAction again = again(OperationKind.STOP, Map.of());
        assertThat(again.by()).isEqualTo(SOMEBODY);
        assertThat(again.parent()).isNull();
    }

    @Test
    void rebuildIsTriedWithWhatItWasAskedWith() {
        RebuildInstance rebuild = new RebuildInstance("debian-13", null, null, null, null);
        assertThat(again(OperationKind.REBUILD, rebuild).request()).isEqualTo(rebuild);
    }

    /** Should it fail again, the instance goes back to what it was before the retry. */
    @Test
    void resizeIsTriedFromWhatTheInstanceHasBecomeSince() {
        ResizeRequest first = ResizeRequest.of(instance, LARGER, null);
        UUID plan = UUID.randomUUID();
        Size smaller = new Size(1, 1, 10, 0);
        instance.resize(smaller, plan);
        assertThat(again(OperationKind.RESIZE, first).request())
                .isEqualTo(new ResizeRequest(LARGER, smaller, null, plan));
    }

    @Test
    void resizeToTheSizeThatTheInstanceHasIsNotTried() {
        Refused.by("SAME_SIZE", () -> ResizeRequest.of(instance, Created.SIZE, null));
        ResizeRequest first = ResizeRequest.of(instance, LARGER, null);
        instance.resize(LARGER, null);
        Refused.by("SAME_SIZE", () -> again(OperationKind.RESIZE, first));
    }

    @Test
    void resizeIsAskedForByItsPlanWhereItHasOne() {
        UUID plan = UUID.randomUUID();
        assertThat(ResizeRequest.of(instance, LARGER, plan).requested())
                .isEqualTo(new RequestedSize(plan, null, null, null, null, null, null));
        assertThat(ResizeRequest.of(instance, LARGER, null).requested())
                .isEqualTo(new RequestedSize(null, null, null, 4, 8, 10, 0));
    }

    @Test
    void planThatHasAnotherSizeNowIsNotTheOneThatWasAskedFor() {
        ResizeRequest resize = ResizeRequest.of(instance, LARGER, UUID.randomUUID());
        assertThatCode(() -> resize.requireSame(resolved(LARGER))).doesNotThrowAnyException();
        Refused.forField("planId", () -> resize.requireSame(resolved(new Size(8, 8, 10, 0))));
    }

    private InstanceAction again(OperationKind kind, Object request) {
        return InstanceAction.again(instance, operation(kind, request), SOMEBODY);
    }

    private Operation operation(OperationKind kind, Object request) {
        NewOperation begun = NewOperation.ofInstance(instance.tenantId(), kind, instance.id(), null)
                .childOf(UUID.randomUUID());
        return new Operation(UUID.randomUUID(), begun, request, Duration.ofMinutes(10), Revision.first(null, NOW));
    }

    private static ResolvedLaunch resolved(Size size) {
        return new ResolvedLaunch(size, UUID.randomUUID(), null, null, null, null, null);
    }
}
