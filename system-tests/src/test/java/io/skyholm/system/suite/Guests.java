package io.skyholm.system.suite;

import io.skyholm.client.ApiClient;
import io.skyholm.client.ApiException;
import io.skyholm.client.api.InstancesApi;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.Instance;
import io.skyholm.client.model.Operation;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Guests of a customer, which boot from a version of an image of theirs. */
public record Guests(Api api, ApiClient client, ClientImages.Version version) {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** Those of a new customer. */
    public static Guests ofSomebody(Api operator) throws IOException {
        Api api = Customer.join(operator).api();
        ApiClient client = GeneratedClient.as(api);
        byte[] disk = Files.readAllBytes(RealHost.guestDisk());
        return new Guests(api, client, new ClientImages(client).uploadedInTwo(disk, () -> {}));
    }

    public ClientCloud cloud() {
        return ClientCloud.of(client);
    }

    public InstancesApi instances() {
        return new InstancesApi(client);
    }

    /** One that runs on the host of that tag. */
    public Instance boot(String tag, CreateInstance more) {
        CreateInstance wanted = more.name("guest")
                .hostname("guest")
                .cpuCores(1)
                .memoryGb(1)
                .storageGb(1)
                .hostTags(List.of(tag))
                .imageVersionId(version.id());
        Operation asked = Eventually.get(TIMEOUT, () -> ask(wanted));
        return cloud().instance(cloud().succeeded(() -> asked).getResourceId());
    }

    /** Nothing as long as compute has not heard of the version. */
    private @Nullable Operation ask(CreateInstance wanted) {
        try {
            return instances().instancesCreate(wanted, null, null, null);
        } catch (ApiException refused) {
            return null;
        }
    }

    public void delete(UUID instance) {
        cloud().succeeded(() -> instances().instancesDelete(instance, null, null, null));
    }

    /** Deletes the image as well, from which no other may boot then. */
    public void end() {
        new ClientImages(client).delete(version);
    }
}
