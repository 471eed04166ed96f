package io.skyholm.compute.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.operation.OperationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one instance does for an operation over many. */
class ParentOperationsTest {

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {".+_MANY", "START_SET", "STOP_SET"})
    void wholeAndItsPartsDoTheSame(OperationKind whole) {
        assertThat(whole.name()).isIn(part(whole) + "_MANY", part(whole) + "_SET");
    }

    @Test
    void whatOneInstanceDoesAloneHasNoParts() {
        assertThatThrownBy(() -> part(OperationKind.REBUILD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REBUILD");
    }

    private static OperationKind part(OperationKind whole) {
        return ParentOperations.part(whole);
    }
}
