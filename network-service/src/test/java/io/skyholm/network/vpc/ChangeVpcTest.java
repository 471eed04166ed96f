package io.skyholm.network.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.network.VpcStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a VPC is when it is created, and what of it can change. */
class ChangeVpcTest {

    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID USER = UUID.randomUUID();

    @Test
    void newVpcIsActiveAndHasNamesUnlessItSaysOtherwise() {
        Vpc vpc = vpc(TENANT, "{\"name\": \"Acme\", \"cidrBlock\": \"10.0.0.0/16\"}");
        assertThat(vpc.status).isEqualTo(VpcStatus.ACTIVE);
        assertThat(vpc.enableDns).isTrue();
        assertThat(vpc.dnsServers).isEmpty();
        assertThat(vpc.userId).isEqualTo(USER);
        assertThat(vpc(TENANT, "{\"name\": \"A\", \"cidrBlock\": \"10.0.0.0/16\", \"enableDns\": false}").enableDns)
                .isFalse();
    }

    @Test
    void vpcOfThePlatformIsNoUsers() {
        assertThat(vpc(null, "{\"name\": \"P\", \"cidrBlock\": \"10.0.0.0/16\"}").userId)
                .isNull();
    }

    @Test
    void blocksAreWrittenInOneWay() {
        Vpc vpc = vpc(TENANT, """
                {"name": "A", "cidrBlock": "10.0.0.0/16", "ipv6CidrBlock": "FD00:0:0::/48"}""");
        assertThat(vpc.cidrBlock).isEqualTo("10.0.0.0/16");
        assertThat(vpc.ipv6CidrBlock).isEqualTo("fd00::/48");
    }

    @Test
    void nameServersAreAddresses() {
        refused("dnsServers ", () -> vpc(TENANT, """
                {"name": "A", "cidrBlock": "10.0.0.0/16", "dnsServers": ["dns.example"]}"""));
        Vpc vpc = vpc(TENANT, "{\"name\": \"A\", \"cidrBlock\": \"10.0.0.0/16\"}");
        refused("dnsServers ", () -> change(vpc, "{\"dnsServers\": [\"dns.example\"]}"));
        change(vpc, "{\"dnsServers\": [\"9.9.9.9\", \"2620:fe::fe\"]}");
        assertThat(vpc.dnsServers).containsExactly("9.9.9.9", "2620:fe::fe");
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        Vpc vpc = vpc(TENANT, "{\"name\": \"A\", \"description\": \"old\", \"cidrBlock\": \"10.0.0.0/16\"}");
        change(vpc, "{\"name\": \"B\"}");
        assertThat(vpc.name).isEqualTo("B");
        assertThat(vpc.description).isEqualTo("old");
        change(vpc, "{\"description\": null}");
        assertThat(vpc.description).isNull();
    }

    @Test
    void vpcIsDisabledByAChangeAndDeletedByDeleteAlone() {
        Vpc vpc = vpc(TENANT, "{\"name\": \"A\", \"cidrBlock\": \"10.0.0.0/16\"}");
        change(vpc, "{\"status\": \"DISABLED\"}");
        assertThat(vpc.status).isEqualTo(VpcStatus.DISABLED);
        refused("status ", () -> change(vpc, "{\"status\": \"DELETED\"}"));
    }

    private static Vpc vpc(@Nullable UUID tenant, String json) {
        CreateVpc command = RequestBody.read(json, CreateVpc.class);
        return new Vpc(tenant, command, RequestedCidrs.by(command), Revision.first(USER, Instant.EPOCH));
    }

    private static void change(Vpc vpc, String json) {
        RequestBody.read(json, ChangeVpc.class).applyTo(vpc);
    }

    private static void refused(String start, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(Problem.class).hasMessageStartingWith(start);
    }
}
