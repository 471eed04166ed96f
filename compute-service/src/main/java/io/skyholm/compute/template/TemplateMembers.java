package io.skyholm.compute.template;

import io.skyholm.events.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a set template, and how they are kept in a column. */
@Converter
class TemplateMembers implements AttributeConverter<List<Member>, String> {

    /** The most instances that one template makes at once. */
    static final int MOST = 200;

    static @Nullable List<Member> read(@Nullable String column) {
        return column == null ? null : List.of(EventJson.read(column, Member[].class));
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Member> members) {
        return members == null ? null : EventJson.write(members);
    }

    @Override
    public @Nullable List<Member> convertToEntityAttribute(@Nullable String column) {
        return read(column);
    }

    /** Refuses members that could not be made together. */
    static void check(List<Member> members) {
        Set<String> roles = new HashSet<>();
        int instances = 0;
        for (Member member : members) {
            if (!member.hasOneSource()) {
                throw TemplateProblems.badMember("need either a templateId or a size: " + member.role());
            }
            if (!roles.add(member.role())) {
                throw TemplateProblems.badMember("must have a role each of their own: " + member.role());
            }
            instances += member.count();
        }
        if (instances > MOST) {
            throw TemplateProblems.badMember("must be at most %d instances together".formatted(MOST));
        }
    }
}
