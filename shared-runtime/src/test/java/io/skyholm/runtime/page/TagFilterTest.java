package io.skyholm.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Statement;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagFilterTest {

    private static final PageRequest PAGE = new PageRequest(10, null);
    private static final TagFilter NONE = new TagFilter(List.of(), null, List.of());

    record Wanted(TagFilter tags) {}

    record Elsewhere(@Condition("words_of(words)") TagFilter tags) {}

    @Test
    void eachPartAsksTheSameColumn() {
        TagFilter tags = new TagFilter(List.of("env:prod", "web"), List.of("a", "b"), List.of("old"));
        Statement statement = listed(new Wanted(tags));
        assertThat(statement.sql())
                .contains(" and tags @> $1::text[] and tags && $2::text[] and not tags && $3::text[] order by");
        assertThat(statement.parameters())
                .containsExactly(new String[] {"env:prod", "web"}, new String[] {"a", "b"}, new String[] {"old"}, 11);
    }

    @Test
    void theFilterSaysWhereItsRowsKeepTheirTags() {
        assertThat(listed(new Elsewhere(new TagFilter(List.of("web"), null, null)))
                        .sql())
                .contains(" and words_of(words) @> $1::text[] ");
    }

    @Test
    void whoNamesNoTagSeesAll() {
        assertThat(listed(new Wanted(NONE)).parameters()).containsExactly(11);
    }

    @Test
    void moreTagsThanAListMayCompareAreRefused() {
        List<String> many = Collections.nCopies(21, "web");
        assertThatThrownBy(() -> new TagFilter(null, many, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("anyTag");
    }

    private static Statement listed(Record wanted) {
        return ListQuery.of("select id from note").matching(wanted).page(PAGE);
    }
}
