package io.skyholm.identity.group;

import java.util.List;
import java.util.UUID;

/** Whether a group may stand at a place of its tenant's tree. */
final class ParentRule {

    static final int DEEPEST = 16;

    private ParentRule() {}

    /** Given the new parent with all that are above it, and how many levels the group has itself. */
    static void check(UUID group, List<UUID> above, int height) {
        if (above.isEmpty()) {
            throw GroupProblems.parentNotFound();
        }
        if (above.contains(group)) {
            throw GroupProblems.cycle();
        }
        if (above.size() + height > DEEPEST) {
            throw GroupProblems.tooDeep(DEEPEST);
        }
    }
}
