package io.skyholm.compute.template;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an instance of a template has at least. */
class TemplateMinimumTest {

    private static final TemplateMinimum MINIMUM = new TemplateMinimum(2, 4, null);

    @Test
    void whatIsTooSmallIsNamed() {
        assertThatCode(() -> MINIMUM.check(2, 4, 1, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> MINIMUM.check(1, 4, 1, null)).hasMessageContaining("cpuCores must be at least 2");
        assertThatThrownBy(() -> MINIMUM.check(2, 3, 1, null)).hasMessageContaining("memoryGb must be at least 4");
        assertThatThrownBy(() -> MINIMUM.check(1, 3, 1, "planId"))
                .hasMessageContaining("planId")
                .hasMessageContaining("cpuCores")
                .hasMessageContaining("memoryGb");
        assertThatThrownBy(() -> MINIMUM.checkDefaults(1, 4, 1)).hasMessageContaining("defaultCpuCores");
        assertThatCode(() -> TemplateMinimum.NONE.check(1, 1, 1, null)).doesNotThrowAnyException();
    }

    @Test
    void whatSomebodyHasIsNotTooLittle() {
        TemplateMinimum eased = MINIMUM.butNoMoreThan(1, 8, 10);
        assertThatCode(() -> eased.check(1, 4, 10, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> eased.check(1, 3, 10, null)).hasMessageContaining("memoryGb");
    }

    @Test
    void membersOfASizeOfTheirOwnAreLargeEnough() {
        Member small = new Member("web", 1, null, null, new TemplateSize(1, 4, 10, null));
        Member other = new Member("db", 1, UUID.randomUUID(), null, null);
        assertThatCode(() -> MINIMUM.check(List.of(other))).doesNotThrowAnyException();
        assertThatThrownBy(() -> MINIMUM.check(List.of(other, small))).hasMessageContaining("members");
    }
}
