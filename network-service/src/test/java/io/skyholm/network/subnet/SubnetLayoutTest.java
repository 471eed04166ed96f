package io.skyholm.network.subnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import io.skyholm.network.vpc.VpcView;
import io.skyholm.runtime.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which blocks and routers a new subnet has. */
class SubnetLayoutTest {

    private static final VpcView VPC = EventJson.read("""
            {"generation": 1, "cidrBlock": "10.0.0.0/16", "ipv6CidrBlock": "fd00::/48", "vni": 1, "enableDns": true}""", VpcView.class);

    @Test
    void routerHasTheFirstAddressUnlessAnotherIsNamed() {
        assertThat(layout("10.0.1.0/24", null, null, null).first().gateway()).isEqualTo("10.0.1.1");
        assertThat(layout("10.0.1.0/24", null, "10.0.1.254", null).first().gateway())
                .isEqualTo("10.0.1.254");
    }

    @Test
    void eachFamilyHasABlockAndARouter() {
        SubnetLayout both = layout("10.0.1.0/24", "fd00:0:0:1::/64", null, "FD00:0:0:1::0009");
        assertThat(both.parts()).hasSize(2);
        assertThat(both.secondBlock()).isEqualTo("fd00:0:0:1::/64");
        assertThat(both.secondGateway()).isEqualTo("fd00:0:0:1::9");
        assertThat(layout("10.0.1.0/24", null, null, null).secondBlock()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/24, cidrBlock",
        "10.0.0.0/15, cidrBlock",
        "10.0.1.1/24, cidrBlock",
        "10.0.1.0/31, cidrBlock",
        "fd01::/64, cidrBlock",
        "10.0.1.0, cidrBlock"
    })
    void blockThatTheVpcDoesNotHoldIsRefusedByName(String block, String field) {
        refused(block, null, null, null, field);
    }

    @ParameterizedTest
    @CsvSource({"10.0.2.1", "10.0.1.0", "10.0.1.255", "fd00::1"})
    void routerThatIsNoHostOfTheBlockIsRefusedByName(String gateway) {
        refused("10.0.1.0/24", null, gateway, null, "gateway");
    }

    @Test
    void secondFamilyIsWithinTheVpcToo() {
        refused("10.0.1.0/24", "fd01::/64", null, null, "ipv6CidrBlock");
        refused("10.0.1.0/24", "fd00:0:0:1::/64", null, "fd00:0:0:2::1", "ipv6Gateway");
        refused("10.0.1.0/24", null, null, "fd00::1", "ipv6Gateway");
    }

    private static void refused(
            String block, @Nullable String ipv6, @Nullable String gateway, @Nullable String ipv6Gateway, String field) {
        assertThatThrownBy(() -> layout(block, ipv6, gateway, ipv6Gateway))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(field + " ");
    }

    private static SubnetLayout layout(
            String block, @Nullable String ipv6, @Nullable String gateway, @Nullable String ipv6Gateway) {
        CreateSubnet command = new CreateSubnet(
                UUID.randomUUID(), "Desks", block, ipv6, gateway, ipv6Gateway, null, null, null, null, null, null);
        return SubnetLayout.of(command, VPC);
    }
}
