package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.OperationKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What can be done when, and what takes the place of what. */
class AllowedTest {

    @Test
    void stopTakesThePlaceOfEveryStartAndOfNothingElse() {
        assertThat(Arrays.stream(OperationKind.values()).filter(older -> Allowed.supersedes(OperationKind.STOP, older)))
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
        assertThat(Allowed.supersedes(OperationKind.START, OperationKind.STOP)).isFalse();
    }

    @Test
    void deletionTakesThePlaceOfEverything() {
        assertThat(Arrays.stream(OperationKind.values())
                        .filter(older -> !Allowed.supersedes(OperationKind.DELETE, older)))
                .containsExactly(OperationKind.DELETE);
    }

    @Test
    void everyStatusHasAWayOut() {
        assertThat(Arrays.stream(InstanceStatus.values()).filter(status -> Arrays.stream(OperationKind.values())
                        .noneMatch(kind -> Allowed.in(status, kind))))
                .containsExactly(InstanceStatus.DELETED);
    }

    @Test
    void deletedInstanceDoesNothing() {
        assertThat(Arrays.stream(OperationKind.values()).filter(kind -> Allowed.in(InstanceStatus.DELETED, kind)))
                .isEmpty();
    }

    @Test
    void scriptComesBesideTheUserData() {
        assertThat(FirstBoot.of("", "#!/bin/sh\ntrue\n")).isEqualTo("#!/bin/sh\ntrue\n");
        assertThat(FirstBoot.of("#cloud-config\n", "#!/bin/sh\ntrue\n"))
                .startsWith("Content-Type: multipart/mixed")
                .contains("text/cloud-config", "text/x-shellscript", "#!/bin/sh\ntrue");
    }
}
