package io.skyholm.local.part;

import io.skyholm.events.host.HostTopics;
import io.skyholm.local.home.Site;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The account that many simulated hosts of one process share in Kafka: it reads the desired states of any host and writes reports,
 * and does nothing else. There is none where hosts are few, and none but in a developer's own suite.
 */
public record KafkaFleet(Site site) {
    static final String USER = "fleet";
    private static final String PRINCIPAL = "User:" + USER;
    private static final int ITERATIONS = 4096;

    /** The environment variables of the hosts' agent. */
    public Map<String, String> environment() {
        return Map.of("SKYHOLM_FLEET_USER", USER, "SKYHOLM_FLEET_PASSWORD", password());
    }

    /** Makes the account, and what it may do. */
    public void letIn(Admin admin) {
        ScramCredentialInfo how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS);
        KafkaTopics.await(
                admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, how, password())))
                        .all());
        KafkaTopics.await(admin.createAcls(rights()).all());
    }

    private static List<AclBinding> rights() {
        return List.of(
                may(AclOperation.READ, HostTopics.DESIRED, PatternType.PREFIXED),
                may(AclOperation.DESCRIBE, HostTopics.DESIRED, PatternType.PREFIXED),
                may(AclOperation.WRITE, HostTopics.OBSERVED, PatternType.LITERAL),
                may(AclOperation.DESCRIBE, HostTopics.OBSERVED, PatternType.LITERAL));
    }

    private static AclBinding may(AclOperation what, String topics, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topics, pattern),
                new AccessControlEntry(PRINCIPAL, "*", what, AclPermissionType.ALLOW));
    }

    private String password() {
        return site.secrets().password("kafka_fleet");
    }
}
