package io.skyholm.network.subnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import io.skyholm.events.network.SubnetRoute;
import io.skyholm.events.network.SubnetStatus;
import io.skyholm.network.vpc.VpcView;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a subnet is when it is created, and what of it can change. */
class ChangeSubnetTest {

    @Test
    void newSubnetIsClosedToOthersAndGivesAddressesUnlessItSaysOtherwise() {
        Subnet subnet = subnet("null", "{}");
        assertThat(subnet.status).isEqualTo(SubnetStatus.ACTIVE);
        assertThat(subnet.isPublic).isFalse();
        assertThat(subnet.autoAssignIp).isTrue();
        assertThat(subnet("null", "{\"autoAssignIp\": false}").autoAssignIp).isFalse();
    }

    @Test
    void onlyThePlatformsSubnetsArePublic() {
        assertThat(subnet("null", "{\"isPublic\": true}").isPublic).isTrue();
        refused("isPublic ", () -> subnet("\"" + UUID.randomUUID() + "\"", "{\"isPublic\": true}"));
    }

    @Test
    void subnetIsOfItsVpcsTenant() {
        UUID tenant = UUID.randomUUID();
        assertThat(subnet("\"" + tenant + "\"", "{}").tenantId).isEqualTo(tenant);
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        Subnet subnet = subnet("null", "{\"availabilityZone\": \"a\"}");
        change(subnet, "{\"name\": \"Desks\", \"autoAssignIp\": false}");
        assertThat(subnet.name).isEqualTo("Desks");
        assertThat(subnet.autoAssignIp).isFalse();
        assertThat(subnet.availabilityZone).isEqualTo("a");
        change(subnet, "{\"availabilityZone\": null}");
        assertThat(subnet.availabilityZone).isNull();
    }

    @Test
    void routesLeadOverAHostOfTheSubnetToWhatIsNotInIt() {
        Subnet subnet = subnet("null", routes("192.168.0.0/16", "10.0.1.9"));
        assertThat(subnet.routes).containsExactly(new SubnetRoute("192.168.0.0/16", "10.0.1.9"));
        change(subnet, "{\"name\": \"Desks\"}");
        assertThat(subnet.routes).hasSize(1);
        change(subnet, routes("0.0.0.0/0", "10.0.1.9"));
        assertThat(subnet.routes).containsExactly(new SubnetRoute("0.0.0.0/0", "10.0.1.9"));
        refused("routes.0.destination ", () -> change(subnet, routes("10.0.1.128/25", "10.0.1.9")));
        refused("routes.0.destination ", () -> change(subnet, routes("192.168.0.1/16", "10.0.1.9")));
        for (String nextHop : List.of("10.0.2.9", "10.0.1.255", "10.0.1.1", "fd00::1", "router")) {
            refused("routes.0.nextHop ", () -> change(subnet, routes("192.168.0.0/16", nextHop)));
        }
        refused("routes.0.nextHop ", () -> change(subnet, routes("fd00::/48", "fd00::9")));
        String twice = routes("192.168.0.0/16", "10.0.1.9")
                .replace("]", ", {\"destination\": \"192.168.0.0/16\", \"nextHop\": \"10.0.1.8\"}]");
        refused("routes.1.destination ", () -> change(subnet, twice));
        change(subnet, "{\"routes\": []}");
        assertThat(subnet.routes).isEmpty();
    }

    private static String routes(String destination, String nextHop) {
        return "{\"routes\": [{\"destination\": \"%s\", \"nextHop\": \"%s\"}]}".formatted(destination, nextHop);
    }

    @Test
    void subnetIsDeletedByDeleteAlone() {
        refused("status ", () -> change(subnet("null", "{}"), "{\"status\": \"DELETED\"}"));
    }

    private static Subnet subnet(String tenant, String json) {
        VpcView vpc = EventJson.read("""
                {"generation": 1, "tenantId": %s, "cidrBlock": "10.0.0.0/16", "vni": 1, "enableDns": true}""".formatted(tenant), VpcView.class);
        String body = "{\"name\": \"S\", \"cidrBlock\": \"10.0.1.0/24\", " + json.substring(1);
        CreateSubnet command = RequestBody.read(body.replace(", }", "}"), CreateSubnet.class);
        return new Subnet(vpc, command, SubnetLayout.of(command, vpc), Revision.first(null, Instant.EPOCH));
    }

    private static void change(Subnet subnet, String json) {
        RequestBody.read(json, ChangeSubnet.class).applyTo(subnet);
    }

    private static void refused(String start, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(Problem.class).hasMessageStartingWith(start);
    }
}
