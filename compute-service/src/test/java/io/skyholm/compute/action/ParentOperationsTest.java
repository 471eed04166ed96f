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
    void wholeAndItsChildrenDoTheSame(OperationKind whole) {
        assertThat(whole.name()).isIn(child(whole) + "_MANY", child(whole) + "_SET");
    }

    @Test
    void whatOneInstanceDoesAloneHasNoChildren() {
        assertThatThrownBy(() -> child(OperationKind.REBUILD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REBUILD");
    }

    private static OperationKind child(OperationKind whole) {
        return ParentOperations.child(whole);
    }
}
