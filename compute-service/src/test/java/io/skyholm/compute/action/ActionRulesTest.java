package io.skyholm.compute.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be done when, and what takes the place of what. */
class ActionRulesTest {

    @Test
    void stopTakesThePlaceOfEveryStartAndOfNothingElse() {
        assertThat(interruptedBy(OperationKind.STOP))
                .containsExactly(
                        OperationKind.CREATE,
                        OperationKind.START,
                        OperationKind.RESTART,
                        OperationKind.SUSPEND,
                        OperationKind.RESUME,
                        OperationKind.RECOVER);
    }

    @Test
    void startNeverTakesThePlaceOfAStop() {
        assertThat(interruptedBy(OperationKind.START)).doesNotContain(OperationKind.STOP);
    }

    @Test
    void deletionTakesThePlaceOfEverything() {
        assertThat(kinds().filter(
                                older -> !ActionRules.of(older).interruptedBy().contains(OperationKind.DELETE)))
                .containsExactly(OperationKind.DELETE);
    }

    @Test
    void everyStatusHasAWayOut() {
        assertThat(Arrays.stream(InstanceStatus.values())
                        .filter(status -> kinds().noneMatch(kind -> begins(kind, status))))
                .containsExactly(InstanceStatus.DELETED);
    }

    @Test
    void deletedInstanceDoesNothing() {
        assertThat(kinds().filter(kind -> begins(kind, InstanceStatus.DELETED))).isEmpty();
    }

    @Test
    void everyOperationOnOneInstanceHasARule() {
        assertThat(Arrays.stream(OperationKind.values()).filter(kind -> kinds().noneMatch(kind::equals)))
                .allMatch(kind -> kind.name().endsWith("_SET") || kind.name().endsWith("_MANY"));
    }

    /** Nobody asks for it: the platform begins it when a machine is lost. */
    @Test
    void onlyTheRecoveryCanNeverBeAskedFor() {
        assertThat(ActionRules.all().filter(rule -> rule.begins().isEmpty()).map(ActionRule::kind))
                .containsExactly(OperationKind.RECOVER);
    }

    private static Stream<OperationKind> kinds() {
        return ActionRules.all().map(ActionRule::kind).sorted();
    }

    private static Stream<OperationKind> interruptedBy(OperationKind newer) {
        return kinds().filter(older -> ActionRules.of(older).interruptedBy().contains(newer));
    }

    private static boolean begins(OperationKind kind, InstanceStatus status) {
        return ActionRules.of(kind).begins().contains(status);
    }
}
