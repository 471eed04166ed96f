package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.CreateNetwork;
import io.skyholm.client.model.Instance;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.Guests;
import io.skyholm.system.suite.RealHost;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Real guests of one VPC reach each other from host to host, also from subnet to subnet, as their security groups let them; those of another with the same addresses do not. */
class GuestsReachEachOtherJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Map<String, String> OUT = Map.of("direction", "EGRESS", "protocol", "ANY");

    private final int number = ExtraHost.freshNumber();
    private final int otherNumber = ExtraHost.freshNumber();
    private final Api operator = RunningSuite.as(RunningSuite.administrator());

    @Test
    void guestsOfOneVpcReachEachOtherAndNobodyElseDoes() throws IOException {
        try (RealHost one = RealHost.of("host-1", number);
                RealHost other = RealHost.of("host-2", otherNumber)) {
            String here = "here-" + UUID.randomUUID();
            String there = "there-" + UUID.randomUUID();
            try (ExtraHost first = ExtraHost.joined(operator, number, here, one.agentVariables());
                    ExtraHost second = ExtraHost.joined(operator, otherNumber, there, other.agentVariables())) {
                assertThat(first.membership()).isNotEqualTo(second.membership());
                live(one, other, here, there);
            }
        }
    }

    private void live(RealHost one, RealHost other, String here, String there) throws IOException {
        Guests own = Guests.ofSomebody(operator);
        Guests strangers = Guests.ofSomebody(operator);
        UUID vpc = vpc(own);
        UUID subnet = subnet(own, vpc, "front", "10.1.1.0/24");
        UUID back = subnet(own, vpc, "back", "10.1.2.0/24");
        Instance asking = own.boot(
                here, at(subnet, "10.1.1.77").userData("# reach 10.1.1.78\n# reach 10.1.1.79\n# reach 10.1.2.78\n"));
        Instance asked = own.boot(there, at(subnet, "10.1.1.78"));
        Instance behind = own.boot(there, at(back, "10.1.2.78"));
        UUID another = subnet(strangers, vpc(strangers), "front", "10.1.1.0/24");
        Instance stranger =
                strangers.boot(there, at(another, "10.1.1.79").userData("# reach 10.1.1.77\n# reach 10.1.2.78\n"));
        UUID machine = asking.getVirtualMachineId();
        System.out.println("Guest: " + one.says(machine, "SEED .*", 1).group() + " "
                + one.says(machine, "REACHES 10.1.1.78 yes", 1).group() + " process="
                + one.processes(machine).getFirst());
        assertThat(one.says(machine, "REACHES 10.1.2.78 yes", 1).group()).isNotBlank();
        assertThat(one.says(machine, "REACHES 10.1.1.79 .*", 1).group()).endsWith("no");
        assertThat(other.says(stranger.getVirtualMachineId(), "REACHES 10.1.2.78 .*", 1)
                        .group())
                .endsWith("no");
        assertThat(other.says(stranger.getVirtualMachineId(), "REACHES 10.1.1.77 .*", 1)
                        .group())
                .endsWith("no");

        String group = own.api()
                .post("/v1/security-groups", Map.of("name", "closed", "isDefault", true, "rules", List.of(OUT)))
                .expecting(201)
                .text("id");
        int refused = 1 + (int) one.count(machine, "REACHES 10.1.1.78 no");
        assertThat(one.says(machine, "REACHES 10.1.1.78 no", refused).group()).isNotBlank();
        Map<String, String> ping = Map.of("direction", "INGRESS", "protocol", "ICMP", "peer", "10.1.1.77/32");
        own.api()
                .patch("/v1/security-groups/" + group, Map.of("rules", List.of(OUT, ping)))
                .expecting(200);
        assertThat(one.says(machine, "REACHES 10.1.1.78 yes", 2).group()).isNotBlank();
        assertThat(one.count(machine, "REACHES 10.1.1.79 yes")).isZero();

        own.delete(asking.getId());
        own.delete(asked.getId());
        own.delete(behind.getId());
        strangers.delete(stranger.getId());
        Eventually.until(TIMEOUT, () -> one.holds().isEmpty() && other.holds().isEmpty());
        own.end();
        strangers.end();
        RunningSuite.booksAgree(TIMEOUT);
    }

    private static UUID vpc(Guests guests) {
        return UUID.fromString(guests.api()
                .post("/v1/vpcs", Map.of("name", "shop", "cidrBlock", "10.1.0.0/16"))
                .expecting(201)
                .text("id"));
    }

    private static UUID subnet(Guests guests, UUID vpc, String name, String block) {
        return UUID.fromString(guests.api()
                .post("/v1/subnets", Map.of("vpcId", vpc, "name", name, "cidrBlock", block))
                .expecting(201)
                .text("id"));
    }

    private static CreateInstance at(UUID subnet, String address) {
        return new CreateInstance()
                .networks(List.of(new CreateNetwork().subnetId(subnet).address(address)));
    }
}
