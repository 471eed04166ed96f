package io.skyholm.runtime.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.sample.NoteMood;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTypeTest {

    record Seen(UUID id, NoteMood mood, @Nullable Integer stars, List<String> tags, Instant createdAt) {}

    private static final RowType<Seen> SEEN = RowType.of(Seen.class);
    private static final List<String> NAMES = List.of("created_at", "id", "mood", "stars", "tags");
    private static final List<String> TYPES = List.of("timestamptz", "uuid", "text", "int4", "text");

    @Test
    void theColumnsAreThoseOfTheComponents() {
        assertThat(SEEN.columns()).containsExactly("id", "mood", "stars", "tags", "created_at");
    }

    @Test
    void theOrderOfTheColumnsDoesNotMatter() {
        assertThatCode(() -> SEEN.check(NAMES, TYPES)).doesNotThrowAnyException();
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        assertThatThrownBy(() -> SEEN.check(List.of("created_at", "id", "mood", "stars"), TYPES))
                .hasMessageContaining("needs a column tags");
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> SEEN.check(NAMES, List.of("timestamptz", "uuid", "text", "int8", "text")))
                .hasMessageContaining("Column stars is int8");
    }

    @Test
    void whatIsNotARecordIsRefused() {
        assertThatThrownBy(() -> RowType.of(String.class)).hasMessageContaining("not a record");
    }

    @Test
    void aSelectNamesTheColumnsAndTheExpressions() {
        assertThat(Select.of(Seen.class, "note")
                        .with("stars", "coalesce(stars, 0)")
                        .sql())
                .isEqualTo("select id, mood, coalesce(stars, 0) as stars, tags, created_at from note");
    }

    @Test
    void aComponentThatIsDecodedNeedsAText() {
        RowType<Seen> decoded =
                Select.of(Seen.class, "note").decoding("stars", String::length).type();
        assertThatThrownBy(() -> decoded.check(NAMES, TYPES)).hasMessageContaining("Column stars is int4");
        assertThatCode(() -> decoded.check(NAMES, List.of("timestamptz", "uuid", "text", "text", "text")))
                .doesNotThrowAnyException();
    }

    @Test
    void anExpressionForNoComponentIsRefused() {
        assertThatThrownBy(() -> Select.of(Seen.class, "note").with("colour", "'red'"))
                .hasMessageContaining("no component colour");
    }
}
