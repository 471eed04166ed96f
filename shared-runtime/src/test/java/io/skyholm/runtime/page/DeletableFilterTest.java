package io.skyholm.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.tenant.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeletableFilterTest {

    private static final PageRequest PAGE = new PageRequest(10, null);

    private enum Status {
        ACTIVE,
        DELETED
    }

    record Wanted(@Nullable Status status, @Nullable Deleted deleted) implements DeletableFilter {}

    @Test
    void whoDoesNotAskSeesWhatLives() {
        assertThat(living(null, null)).containsExactly(true, 11);
        assertThat(living(Status.ACTIVE, null)).containsExactly(true, "ACTIVE", 11);
    }

    @Test
    void deletedRowsAreShownAloneOrWithTheOthers() {
        assertThat(living(null, Deleted.ONLY)).containsExactly(false, 11);
        assertThat(living(null, Deleted.INCLUDE)).containsExactly(11);
    }

    @Test
    void theStatusOfDeletedRowsAsksForThem() {
        assertThat(living(Status.DELETED, null)).containsExactly(false, "DELETED", 11);
    }

    @Test
    void whetherRowsAreDeletedIsNoColumnOfItsOwn() {
        assertThat(listed(new Wanted(null, Deleted.ONLY)).sql())
                .isEqualTo("select id from note where true and (deleted_at is null) = $1 order by id desc limit $2");
    }

    private static List<@Nullable Object> living(@Nullable Status status, @Nullable Deleted deleted) {
        return listed(new Wanted(status, deleted)).parameters();
    }

    private static Statement listed(Wanted wanted) {
        return ListQuery.of("select id from note").matching(wanted).page(PAGE);
    }
}
