package io.skyholm.compute.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.operation.OperationKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may begin, cancel and retry which kind of operation. */
class RequiredPermissionTest {

    private static final Set<OperationKind> PLATFORMS = EnumSet.of(OperationKind.MOVE, OperationKind.RECOVER);

    /** Whose machine it is may empty it, and does nothing else with its tenants' instances. */
    @Test
    void operatorBeginsNothingButMovesAndRecoveries() {
        assertThat(begunBy(BuiltInRole.OPERATOR)).isEqualTo(PLATFORMS);
    }

    @Test
    void tenantBeginsEverythingElse() {
        assertThat(begunBy(BuiltInRole.TENANT_ADMIN)).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(PLATFORMS)));
    }

    @Test
    void partsOfAnOperationOnManyNeedWhatTheWholeDoes() {
        assertThat(RequiredPermission.of(OperationKind.DELETE_MANY))
                .isEqualTo(RequiredPermission.of(OperationKind.DELETE));
        assertThat(RequiredPermission.of(OperationKind.STOP_MANY)).isEqualTo(RequiredPermission.of(OperationKind.STOP));
        assertThat(RequiredPermission.of(OperationKind.START_MANY))
                .isEqualTo(RequiredPermission.of(OperationKind.START));
        assertThat(RequiredPermission.of(OperationKind.RESTART_MANY))
                .isEqualTo(RequiredPermission.of(OperationKind.RESTART));
    }

    private static Set<OperationKind> begunBy(BuiltInRole role) {
        return Arrays.stream(OperationKind.values())
                .filter(kind -> role.permissions().contains(RequiredPermission.of(kind)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OperationKind.class)));
    }
}
