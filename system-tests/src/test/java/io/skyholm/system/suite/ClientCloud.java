package io.skyholm.system.suite;

import io.skyholm.client.ApiClient;
import io.skyholm.client.api.InstancesApi;
import io.skyholm.client.api.InstancesApi.APIInstancesCreateRequest;
import io.skyholm.client.api.InstancesApi.APIInstancesGetRequest;
import io.skyholm.client.api.OperationsApi;
import io.skyholm.client.api.OperationsApi.APIOperationsGetRequest;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.Instance;
import io.skyholm.client.model.Operation;
import io.skyholm.client.model.OperationStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.GeneratedClient.Call;
import java.time.Duration;
import java.util.UUID;

/** Instances as a program uses them that was written against the published document. */
public record ClientCloud(InstancesApi instances, OperationsApi operations) {

    /** For busy machines; an operation ends at its own deadline anyway. */
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    public static ClientCloud of(ApiClient client) {
        return new ClientCloud(new InstancesApi(client), new OperationsApi(client));
    }

    /** A small instance that runs. */
    public UUID running(CreateInstance more) {
        CreateInstance asked =
                more.name("i-" + UUID.randomUUID()).cpuCores(1).memoryGb(1).storageGb(10);
        return succeeded(() -> instances.instancesCreate(APIInstancesCreateRequest.newBuilder()
                        .createInstance(asked)
                        .build()))
                .getResourceId();
    }

    /** The instance as it is now. */
    public Instance instance(UUID id) {
        return Call.to(() -> instances.instancesGet(
                APIInstancesGetRequest.newBuilder().id(id).build()));
    }

    /** Asks for something that takes time, and waits until it is done. */
    public Operation succeeded(Call<Operation> call) {
        UUID id = Call.to(call).getId();
        Operation ended = Eventually.get(TIMEOUT, () -> {
            Operation now = Call.to(() -> operations.operationsGet(
                    APIOperationsGetRequest.newBuilder().id(id).build()));
            return now.getStatus() == OperationStatus.RUNNING ? null : now;
        });
        if (ended.getStatus() != OperationStatus.SUCCEEDED) {
            throw new AssertionError("Not as it should be: " + ended);
        }
        return ended;
    }
}
