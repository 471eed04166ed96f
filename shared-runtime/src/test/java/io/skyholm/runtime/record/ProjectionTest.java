package io.skyholm.runtime.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    /** Something with fields, a revision and a value that is worked out. */
    static final class Thing {

        final UUID id = UUID.randomUUID();
        final String name = "Aachen";
        final int vni = 7;
        final List<String> tags = List.of("a", "b");
        final Revision revision = Revision.first(null, NOW);

        @Nullable Integer vlanId;

        String title() {
            return name + " " + vni;
        }
    }

    record ThingView(
            UUID id,
            long generation,
            String title,
            Integer vni,
            @Nullable Integer vlanId,
            List<String> tags,
            Instant createdAt,
            @Nullable UUID createdBy) {}

    /** Something whose texts are kept as an array, and whose total is worked out. */
    static final class Whole {

        final String[] parts = {"b", "a"};

        @Transient
        final Total total = new Total(2);
    }

    record Total(long count) {}

    record InOrder(List<String> parts, long count) {}

    record InNoOrder(Set<String> parts) {}

    /** Something of a kind, which is told as a text. */
    static final class Kinded {

        @Nullable TimeUnit kind = TimeUnit.DAYS;
    }

    record KindTold(@Nullable String kind) {}

    record Forgotten(UUID id, String colour) {}

    record Misread(UUID id, List<UUID> tags) {}

    record Unboxed(int vlanId) {}

    @Test
    void eachComponentTakesWhatTheEntityHoldsUnderItsName() {
        Thing thing = new Thing();
        assertThat(Projection.of(Thing.class, ThingView.class).apply(thing))
                .isEqualTo(new ThingView(thing.id, 1, "Aachen 7", 7, null, List.of("a", "b"), NOW, null));
    }

    @Test
    void anArrayFillsAListOrASet() {
        Whole whole = new Whole();
        assertThat(Projection.of(Whole.class, InOrder.class).apply(whole)).isEqualTo(new InOrder(List.of("b", "a"), 2));
        assertThat(Projection.of(Whole.class, InNoOrder.class).apply(whole)).isEqualTo(new InNoOrder(Set.of("a", "b")));
    }

    @Test
    void anEnumFillsATextByItsName() {
        Kinded kinded = new Kinded();
        Projection<Kinded, KindTold> told = Projection.of(Kinded.class, KindTold.class);
        assertThat(told.apply(kinded)).isEqualTo(new KindTold("DAYS"));
        kinded.kind = null;
        assertThat(told.apply(kinded)).isEqualTo(new KindTold(null));
    }

    @Test
    void aComponentWithoutASourceIsRefusedBeforeAnythingIsShown() {
        assertThatThrownBy(() -> Projection.of(Thing.class, Forgotten.class))
                .hasMessageContaining("colour has no source");
    }

    @Test
    void aComponentOfAnotherTypeIsRefusedEvenWhereOnlyTheElementsDiffer() {
        assertThatThrownBy(() -> Projection.of(Thing.class, Misread.class)).hasMessageContaining("tags is of another");
    }

    @Test
    void aPrimitiveIsNotTakenFromWhatMayBeNull() {
        assertThatThrownBy(() -> Projection.of(Thing.class, Unboxed.class))
                .hasMessageContaining("vlanId is of another");
    }
}
