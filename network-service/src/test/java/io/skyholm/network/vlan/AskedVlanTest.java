package io.skyholm.network.vlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A VLAN is of a data centre. */
class AskedVlanTest {

    private static final UUID CENTER = UUID.randomUUID();

    @Test
    void networkOfADataCenterMayAskForAVlan() {
        asked(CENTER, 7, false).check();
        asked(CENTER, null, true).check();
        assertThat(asked(CENTER, 7, false).vlanId()).isEqualTo(7);
    }

    @Test
    void networkThatAsksForNoneNeedsNoDataCenter() {
        asked(null, null, false).check();
        assertThat(asked(null, null, false).anyFree()).isFalse();
    }

    @Test
    void vlanThatIsInNoDataCenterIsRefusedByTheFieldThatAskedForIt() {
        assertThatThrownBy(asked(null, 7, false)::check)
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("vlanId ");
        assertThatThrownBy(asked(null, null, true)::check)
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("allotVlan ");
    }

    private static Vlans.Asked asked(@Nullable UUID center, @Nullable Integer vlan, boolean anyFree) {
        return new Vlans.Asked(null, center, vlan, anyFree);
    }
}
