package io.skyholm.compute.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a set template can be made of. */
class TemplateMembersTest {

    private static final TemplateSize SIZE = new TemplateSize(2, 4, 20, null);

    @Test
    void membersAreOfATemplateOrOfASize() {
        TemplateMembers.check(
                List.of(new Member("web", 3, null, null, SIZE), new Member("db", 1, UUID.randomUUID(), null, null)));
        assertThatThrownBy(() -> TemplateMembers.check(List.of(new Member("web", 1, null, null, null))))
                .hasMessageContaining("web");
        assertThatThrownBy(() -> TemplateMembers.check(List.of(new Member("web", 1, UUID.randomUUID(), null, SIZE))))
                .hasMessageContaining("either");
        assertThatThrownBy(() -> TemplateMembers.check(List.of(new Member("web", 1, null, "v1.0.0", SIZE))))
                .hasMessageContaining("either");
    }

    @Test
    void rolesAreTakenOnce() {
        Member web = new Member("web", 1, null, null, SIZE);
        assertThatThrownBy(() -> TemplateMembers.check(List.of(web, web))).hasMessageContaining("role");
    }

    @Test
    void oneTemplateMakesNoMoreThanIsGoodForAnybody() {
        Member many = new Member("a", 50, null, null, SIZE);
        List<Member> members = List.of(many, other("b"), other("c"), other("d"));
        TemplateMembers.check(members);
        assertThatThrownBy(() -> TemplateMembers.check(List.of(many, other("b"), other("c"), other("d"), other("e"))))
                .hasMessageContaining("200");
    }

    @Test
    void theyComeBackFromTheirColumnAsTheyWere() {
        TemplateMembers column = new TemplateMembers();
        List<Member> members =
                List.of(new Member("web", 3, null, null, SIZE), new Member("db", 1, UUID.randomUUID(), null, null));
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(members)))
                .isEqualTo(members);
        assertThat(column.convertToEntityAttribute(null)).isNull();
    }

    private static Member other(String role) {
        return new Member(role, 50, null, null, SIZE);
    }
}
