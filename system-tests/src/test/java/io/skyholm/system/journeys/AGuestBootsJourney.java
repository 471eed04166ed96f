package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.client.ApiClient;
import io.skyholm.client.ApiException;
import io.skyholm.client.api.AddressesApi;
import io.skyholm.client.api.AddressesApi.APIAddressesListRequest;
import io.skyholm.client.api.DisksApi;
import io.skyholm.client.api.InstancesApi;
import io.skyholm.client.model.AddressStatus;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.Instance;
import io.skyholm.client.model.InstanceStatus;
import io.skyholm.client.model.Operation;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ClientCloud;
import io.skyholm.system.suite.ClientImages;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.GeneratedClient;
import io.skyholm.system.suite.GeneratedClient.Call;
import io.skyholm.system.suite.RealHost;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One call boots a real guest: from a version of an image, on a disk of its own, at the address that it was given; and nothing of it is left when it is deleted. */
class AGuestBootsJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int HOST = 302;

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final ApiClient client = GeneratedClient.as(Customer.join(operator).api());
    private final ClientCloud cloud = ClientCloud.of(client);
    private final InstancesApi instances = new InstancesApi(client);

    @Test
    void aGuestSaysItsAddressOnItsConsoleAndLeavesNothing() throws IOException {
        try (RealHost real = RealHost.of("host-1", HOST)) {
            String tag = "real-" + UUID.randomUUID();
            try (ExtraHost host = ExtraHost.joined(operator, HOST, tag, real.agentVariables())) {
                live(real, host, tag);
            }
        }
    }

    private void live(RealHost real, ExtraHost host, String tag) throws IOException {
        ClientImages.Version version =
                new ClientImages(client).uploadedInTwo(Files.readAllBytes(RealHost.guestDisk()), () -> {});
        Operation asked = Eventually.get(TIMEOUT, () -> instance(tag, version.id()));
        UUID id = cloud.succeeded(() -> asked).getResourceId();
        Instance running = cloud.instance(id);
        UUID machine = running.getVirtualMachineId();
        assertThat(running.getStatus()).isEqualTo(InstanceStatus.RUNNING);
        String marker = real.says(machine, "SEED .*", 1).group();
        assertThat(marker)
                .contains("instance-id=" + id + "-", "hostname=guest", "address=" + running.getIpAddress() + "/");
        assertThat(real.processes(machine)).hasSize(1);
        System.out.println(
                "Guest: " + marker + " process=" + real.processes(machine).getFirst());

        cloud.succeeded(() -> instances.instancesStop(id, null, null, null));
        assertThat(real.says(machine, "BUTTON", 1).group()).isNotBlank();
        assertThat(real.processes(machine)).isEmpty();
        host.crash();
        cloud.succeeded(() -> instances.instancesStart(id, null, null, null));
        assertThat(real.says(machine, "SEED .*", 2).group()).isEqualTo(marker);
        assertThat(real.processes(machine)).hasSize(1);

        cloud.succeeded(() -> instances.instancesDelete(id, null, null, null));
        assertThat(real.processes(machine)).isEmpty();
        Eventually.until(TIMEOUT, () -> disksOf(id) == 0 && addressesOf(id) == 0);
        try {
            Eventually.until(TIMEOUT, () -> real.holds().isEmpty());
        } catch (AssertionError late) {
            throw new AssertionError("It has left " + real.holds(), late);
        }
        new ClientImages(client).delete(version);
        RunningSuite.booksAgree(TIMEOUT);
    }

    /** Asked for on that host; nothing as long as compute has not heard of the version. */
    private @Nullable Operation instance(String tag, UUID version) {
        try {
            return instances.instancesCreate(
                    new CreateInstance()
                            .name("guest")
                            .hostname("guest")
                            .cpuCores(1)
                            .memoryGb(1)
                            .storageGb(1)
                            .hostTags(List.of(tag))
                            .imageVersionId(version),
                    null,
                    null,
                    null);
        } catch (ApiException refused) {
            return null;
        }
    }

    private int disksOf(UUID instance) {
        return Call.to(() -> new DisksApi(client)
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
