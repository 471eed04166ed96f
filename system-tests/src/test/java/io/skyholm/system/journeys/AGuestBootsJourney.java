package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.client.api.AddressesApi;
import io.skyholm.client.api.AddressesApi.APIAddressesListRequest;
import io.skyholm.client.api.DisksApi;
import io.skyholm.client.api.InstancesApi;
import io.skyholm.client.model.AddressStatus;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.Instance;
import io.skyholm.client.model.InstanceStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ClientCloud;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.GeneratedClient;
import io.skyholm.system.suite.GeneratedClient.Call;
import io.skyholm.system.suite.Guests;
import io.skyholm.system.suite.RealHost;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One call boots a real guest: from a version of an image, on a disk of its own, at the address that it was given; and nothing of it is left when it is deleted. */
class AGuestBootsJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** It is simulated, and has nothing of its own here. */
    private static final String ANOTHER = "host-1";

    private final int number = ExtraHost.freshNumber();
    private final Api operator = RunningSuite.as(RunningSuite.administrator());

    @Test
    void aGuestSaysItsAddressOnItsConsoleAndLeavesNothing() throws IOException {
        try (RealHost real = RealHost.of("host-1", number)) {
            String tag = "real-" + UUID.randomUUID();
            try (ExtraHost host = ExtraHost.joined(operator, number, tag, real.agentVariables())) {
                live(real, host, tag);
            }
        }
    }

    private void live(RealHost real, ExtraHost host, String tag) throws IOException {
        Guests guests = Guests.ofSomebody(operator);
        ClientCloud cloud = guests.cloud();
        InstancesApi instances = guests.instances();
        Instance running = guests.boot(tag, new CreateInstance());
        UUID id = running.getId();
        UUID machine = running.getVirtualMachineId();
        assertThat(running.getStatus()).isEqualTo(InstanceStatus.RUNNING);
        String marker = real.says(machine, "SEED .*", 1).group();
        assertThat(marker)
                .contains("instance-id=" + id + "-", "hostname=guest", "address=" + running.getIpAddress() + "/");
        assertThat(real.processes(machine)).hasSize(1);
        System.out.println(
                "Guest: " + marker + " process=" + real.processes(machine).getFirst());

        RunningSuite.booksAgree(real.listing(), TIMEOUT);
        assertThatThrownBy(() -> RunningSuite.booksAgree(real.listingAs(ANOTHER), Duration.ZERO))
                .hasMessageContainingAll("guests-domains", "guests-ports", "is nobody's", machine.toString());

        cloud.succeeded(() -> instances.instancesStop(id, null, null, null));
        assertThat(real.says(machine, "BUTTON", 1).group()).isNotBlank();
        assertThat(real.processes(machine)).isEmpty();
        host.crash();
        cloud.succeeded(() -> instances.instancesStart(id, null, null, null));
        assertThat(real.says(machine, "SEED .*", 2).group()).isEqualTo(marker);
        assertThat(real.processes(machine)).hasSize(1);

        guests.delete(id);
        assertThat(real.processes(machine)).isEmpty();
        Eventually.until(TIMEOUT, () -> disksOf(guests, id) == 0 && addressesOf(id) == 0);
        try {
            Eventually.until(TIMEOUT, () -> real.holds().isEmpty());
        } catch (AssertionError late) {
            throw new AssertionError("It has left " + real.holds(), late);
        }
        guests.end();
        RunningSuite.booksAgree(real.listing(), TIMEOUT);
    }

    private static int disksOf(Guests guests, UUID instance) {
        return Call.to(() -> new DisksApi(guests.client())
                        .disksList(DisksApi.APIDisksListRequest.newBuilder()
                                .bootInstanceId(instance)
                                .build()))
                .getItems()
                .size();
    }

    private long addressesOf(UUID instance) {
        return Call.to(() -> new AddressesApi(GeneratedClient.as(operator))
                        .addressesList(APIAddressesListRequest.newBuilder()
                                .instanceId(instance)
                                .build()))
                .getItems()
                .stream()
                .filter(address -> address.getStatus() == AddressStatus.ALLOCATED)
                .count();
    }
}
