package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.client.ApiClient;
import io.skyholm.client.api.ReconcileTasksApi;
import io.skyholm.client.api.ReconcileTasksApi.APIServicesReconcileTasksListRequest;
import io.skyholm.client.api.RegistrationsApi;
import io.skyholm.client.api.RegistrationsApi.APIRegistrationsCreateRequest;
import io.skyholm.client.api.SubnetsApi;
import io.skyholm.client.api.SubnetsApi.APISubnetsListRequest;
import io.skyholm.client.api.UtilisationApi;
import io.skyholm.client.api.UtilisationApi.APISubnetsUtilisationGetRequest;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.Register;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ClientCloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.GeneratedClient;
import io.skyholm.system.suite.GeneratedClient.Call;
import io.skyholm.system.suite.RunningSuite;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Everything that can be read is read with the generated client, under each tag of the document. Its types take nothing that
 * the document does not name, so an answer that is not as documented fails.
 */
class ClientReadsEveryTagJourney {

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final ApiClient client = GeneratedClient.as(operator);
    private final Set<String> read = new TreeSet<>();

    @Test
    void andEachTagOfTheDocumentIsAmongThem() {
        Customer customer = Customer.join(operator);
        customer.api().post("/v1/api-keys", Map.of("name", "read")).expecting(201);
        UUID instance = ClientCloud.of(GeneratedClient.as(customer.api())).running(new CreateInstance());
        JsonNode document = operator.get("/openapi.json").expecting(200).body();

        ClientReading.of(document).forEach(reading -> {
            reading.read(client);
            read.add(reading.tag());
        });
        readWhatNeedsMore();

        assertThat(read).isEqualTo(tags(document));
        assertThat(ClientCloud.of(client).instance(instance).getTenantId()).hasToString(customer.tenantId());
    }

    /** Tags under which nothing is read without an id, or nothing at all. */
    private void readWhatNeedsMore() {
        UUID subnet = Call.to(() -> new SubnetsApi(client)
                        .subnetsList(APISubnetsListRequest.newBuilder().limit(1).build()))
                .getItems()
                .getFirst()
                .getId();
        Call.to(() -> new UtilisationApi(client)
                .subnetsUtilisationGet(
                        APISubnetsUtilisationGetRequest.newBuilder().id(subnet).build()));
        read.add("Utilisation");
        Call.to(() -> new ReconcileTasksApi(client)
                .servicesReconcileTasksList(APIServicesReconcileTasksListRequest.newBuilder()
                        .service("compute")
                        .build()));
        read.add("Reconcile tasks");
        String name = "read" + UUID.randomUUID().toString().substring(0, 8);
        Register register = new Register().tenantName(name).username(name).email(name + "@example.test");
        Call.to(() -> new RegistrationsApi(client)
                .registrationsCreate(APIRegistrationsCreateRequest.newBuilder()
                        .register(register)
                        .build()));
        read.add("Registrations");
        // Hosts alone answer there, by their signatures; AConsoleIsTypedIntoJourney has one do so.
        read.add("Host consoles");
    }

    private static Set<String> tags(JsonNode document) {
        Set<String> tags = new TreeSet<>();
        document.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        return tags;
    }
}
