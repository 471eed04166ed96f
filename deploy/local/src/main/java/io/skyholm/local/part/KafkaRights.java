package io.skyholm.local.part;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import io.skyholm.events.host.HostTopics;
import io.skyholm.local.Services;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What the platform's own accounts may do in Kafka: services read facts and write nothing, since what they tell leaves by
 * their outboxes; Connect, which relays those, writes. The launcher, as {@code skyholm}, needs no rule.
 */
final class KafkaRights {

    /** The account of Kafka Connect. */
    static final String CONNECT = "connect";

    /** The services that hear what hosts report. */
    private static final List<String> ON_HOSTS = List.of("compute", "network", "storage");

    private KafkaRights() {}

    /** The accounts, by name. */
    static List<String> accounts() {
        return Stream.concat(Services.ALL.stream(), Stream.of(CONNECT)).toList();
    }

    /** All rules there are. */
    static List<AclBinding> all() {
        return Stream.of(
                        Services.ALL.stream().flatMap(KafkaRights::ofService),
                        ON_HOSTS.stream().flatMap(KafkaRights::ofReports),
                        ofTheMakerOfAccounts(),
                        ofRelay())
                .flatMap(rules -> rules)
                .toList();
    }

    /** Finds all rules of that account. */
    static AclBindingFilter of(String account) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(principal(account), null, AclOperation.ANY, AclPermissionType.ANY));
    }

    private static Stream<AclBinding> ofService(String service) {
        return Stream.concat(
                contexts().flatMap(context -> rules(service, TOPIC, context, PREFIXED, READ, DESCRIBE)),
                rules(service, GROUP, service, PREFIXED, READ));
    }

    private static Stream<AclBinding> ofReports(String service) {
        return rules(service, TOPIC, HostTopics.OBSERVED, LITERAL, READ, DESCRIBE);
    }

    /** Compute makes the topics and the accounts of hosts, with their rules and rates. */
    private static Stream<AclBinding> ofTheMakerOfAccounts() {
        return Stream.concat(
                rules("compute", TOPIC, HostTopics.DESIRED, PREFIXED, CREATE, DELETE, DESCRIBE),
                rules("compute", CLUSTER, Resource.CLUSTER_NAME, LITERAL, ALTER, ALTER_CONFIGS, DESCRIBE));
    }

    /** A topic that is missing it makes itself, or one event would hold up all others. */
    private static Stream<AclBinding> ofRelay() {
        Stream<String> relayed = Stream.concat(contexts(), Stream.of(HostTopics.DESIRED, "__debezium-heartbeat."));
        return Stream.of(
                        relayed.flatMap(topics -> rules(CONNECT, TOPIC, topics, PREFIXED, WRITE, CREATE, DESCRIBE)),
                        rules(CONNECT, TOPIC, "_connect_", PREFIXED, READ, WRITE, CREATE, DESCRIBE, DESCRIBE_CONFIGS),
                        rules(CONNECT, GROUP, "skyholm-connect", LITERAL, READ))
                .flatMap(rules -> rules);
    }

    /** How the topics of each context begin. */
    private static Stream<String> contexts() {
        return Services.ALL.stream().map(context -> context + ".");
    }

    private static Stream<AclBinding> rules(
            String account, ResourceType type, String name, PatternType pattern, AclOperation... operations) {
        return Stream.of(operations)
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry(principal(account), "*", operation, AclPermissionType.ALLOW)));
    }

    private static String principal(String account) {
        return "User:" + account;
    }
}
