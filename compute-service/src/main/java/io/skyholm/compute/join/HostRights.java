package io.skyholm.compute.join;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.skyholm.events.host.HostTopics;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/** What a host may do at Kafka: read its own topic, write its reports, and nothing else. */
final class HostRights {

    private static final String ANYWHERE = "*";

    private HostRights() {}

    static List<AclBinding> of(UUID host) {
        return List.of(
                may(host, READ, HostTopics.desired(host)),
                may(host, DESCRIBE, HostTopics.desired(host)),
                may(host, WRITE, HostTopics.OBSERVED),
                may(host, DESCRIBE, HostTopics.OBSERVED));
    }

    /** Finds whatever that host was ever allowed. */
    static AclBindingFilter all(UUID host) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(principal(host), null, AclOperation.ANY, AclPermissionType.ANY));
    }

    private static AclBinding may(UUID host, AclOperation what, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(principal(host), ANYWHERE, what, AclPermissionType.ALLOW));
    }

    private static String principal(UUID host) {
        return "User:" + HostAccess.userOf(host);
    }
}
