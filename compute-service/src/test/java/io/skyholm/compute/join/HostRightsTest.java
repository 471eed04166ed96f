package io.skyholm.compute.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.HostTopics;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What a host may do at Kafka. */
class HostRightsTest {

    private static final UUID HOST = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void hostReadsItsOwnTopicAndWritesReportsAndMayDoNothingElse() {
        assertThat(HostRights.of(HOST).stream()
                        .map(right ->
                                right.pattern().name() + " " + right.entry().operation()))
                .containsExactlyInAnyOrder(
                        HostTopics.desired(HOST) + " " + AclOperation.READ,
                        HostTopics.desired(HOST) + " " + AclOperation.DESCRIBE,
                        HostTopics.OBSERVED + " " + AclOperation.WRITE,
                        HostTopics.OBSERVED + " " + AclOperation.DESCRIBE);
    }

    /** A pattern would let it read the topics of others whose ids begin alike. */
    @Test
    void rightsAreOnThoseTopicsByTheirWholeNames() {
        assertThat(HostRights.of(HOST)).allSatisfy(right -> {
            assertThat(right.pattern().resourceType()).isEqualTo(ResourceType.TOPIC);
            assertThat(right.pattern().patternType()).isEqualTo(PatternType.LITERAL);
            assertThat(right.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW);
            assertThat(right.entry().principal()).isEqualTo("User:host-" + HOST);
        });
    }

    @Test
    void whatIsTakenAwayIsAllOfOneHostAndNothingOfAnother() {
        List<AclBinding> own = HostRights.of(HOST);
        List<AclBinding> others = HostRights.of(OTHER);
        assertThat(own).allMatch(HostRights.all(HOST)::matches);
        assertThat(others).noneMatch(HostRights.all(HOST)::matches);
    }
}
