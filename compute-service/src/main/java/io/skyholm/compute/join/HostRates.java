package io.skyholm.compute.join;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaAlteration.Op;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/**
 * How much of Kafka one host may use: a host that floods the topic of reports is slowed down by the broker, before anybody
 * reads what it sent.
 */
final class HostRates {

    /** An inventory of 1,000 things has about 300 KB, and is told once a minute. */
    static final double BYTES_A_SECOND = 512 * 1024;

    /** Of one thread of the broker: a host's usual share is far below one percent. */
    static final double REQUEST_PERCENTAGE = 10;

    private static final String BYTES = "producer_byte_rate";
    private static final String REQUESTS = "request_percentage";

    private HostRates() {}

    static ClientQuotaAlteration of(UUID host) {
        return new ClientQuotaAlteration(
                entity(host), List.of(new Op(BYTES, BYTES_A_SECOND), new Op(REQUESTS, REQUEST_PERCENTAGE)));
    }

    /** Takes them away with the account. */
    static ClientQuotaAlteration none(UUID host) {
        return new ClientQuotaAlteration(entity(host), List.of(new Op(BYTES, null), new Op(REQUESTS, null)));
    }

    static ClientQuotaEntity entity(UUID host) {
        return new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, HostAccess.userOf(host)));
    }
}
