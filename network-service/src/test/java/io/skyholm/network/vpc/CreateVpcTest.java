package io.skyholm.network.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked for when a VPC is created. */
class CreateVpcTest {

    @Test
    void nameAndBlockAreNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateVpc.class)))
                .containsExactlyInAnyOrder("name", "cidrBlock");
        assertThat(broken("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4095})
    void vlanIsOneOfThoseThatThereAre(int vlan) {
        assertThat(broken(", \"vlanId\": " + vlan)).containsExactly("vlanId");
    }

    @Test
    void nameServersAreAtMostEight() {
        String nine = "\"9.9.9.9\", ".repeat(8) + "\"9.9.9.9\"";
        assertThat(broken(", \"dnsServers\": [" + nine + "]")).containsExactly("dnsServers");
    }

    private static Set<String> broken(String more) {
        return Constraints.brokenBy(
                RequestBody.read("{\"name\": \"Acme\", \"cidrBlock\": \"10.0.0.0/16\"" + more + "}", CreateVpc.class));
    }
}
