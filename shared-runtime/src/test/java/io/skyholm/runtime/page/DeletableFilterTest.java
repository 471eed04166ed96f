package io.skyholm.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.tenant.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeletableFilterTest {

    private static final PageRequest PAGE = new PageRequest(10, null);

    private enum Status {
        ACTIVE,
        DELETED
    }

    record Wanted(@Nullable Status status, @Nullable Deleted deleted) implements DeletableFilter {}

    record Restorable(@Nullable Deleted deleted) implements RestorableFilter {}

    @Test
    void whoDoesNotAskSeesWhatLives() {
        assertThat(conditions(null, null)).isEqualTo("deleted_at is null");
        assertThat(conditions(Status.ACTIVE, null)).isEqualTo("deleted_at is null and status = $1");
    }

    @Test
    void deletedRowsAreShownAloneOrWithTheOthers() {
        assertThat(conditions(null, Deleted.ONLY)).isEqualTo("deleted_at is not null");
        assertThat(conditions(null, Deleted.INCLUDE)).isEmpty();
    }

    @Test
    void theStatusOfDeletedRowsAsksForThem() {
        assertThat(conditions(Status.DELETED, null)).isEqualTo("deleted_at is not null and status = $1");
    }

    @Test
    void whatCanBeTakenBackIsShownWithWhatWasDeleted() {
        assertThat(conditions(new Restorable(null))).isEqualTo("deleted_at is null and deletable_at is null");
        assertThat(conditions(new Restorable(Deleted.ONLY)))
                .isEqualTo("(deleted_at is not null or deletable_at is not null)");
        assertThat(conditions(new Restorable(Deleted.INCLUDE))).isEmpty();
    }

    private static String conditions(@Nullable Status status, @Nullable Deleted deleted) {
        return conditions(new Wanted(status, deleted));
    }

    private static String conditions(Record wanted) {
        String sql = listed(wanted).sql();
        return sql.substring(0, sql.indexOf(" order by")).replaceFirst("^select id from note where true( and )?", "");
    }

    private static Statement listed(Record wanted) {
        return ListQuery.of("select id from note").matching(wanted).page(PAGE);
    }
}
