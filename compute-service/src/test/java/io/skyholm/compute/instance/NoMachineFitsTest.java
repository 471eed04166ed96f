package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.skyholm.compute.Fresh;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no machine of the place that is asked for could ever hold is refused at once; what one could is waited for. */
@QuarkusTest
class NoMachineFitsTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID dataCenter = tenant;
    private UUID pool = tenant;

    @BeforeEach
    void aPool() {
        dataCenter = Fresh.dataCenter();
        pool = Fresh.pool(dataCenter);
    }

    @ParameterizedTest
    @CsvSource({
        "cpuCores, 17, too few CPU cores",
        "memoryGb, 65, too little memory",
        "storageGb, 1001, too little storage",
        "gpuCount, 1, too few GPUs",
        "gpuModel, H100, other GPUs",
        "machineType, GPU_SERVER, another type",
        "rentalMode, EXCLUSIVE, rented out in another way"
    })
    void whatNoMachineOfThePoolHasIsRefusedWithTheReason(String field, String value, String reason) {
        Fresh.machine(pool);
        Object asked = value.matches("[0-9]+") ? Integer.valueOf(value) : value;
        isRefused(Guest.in(pool, field, asked))
                .body("detail", containsString("Of 1 hosts 1 "))
                .body("detail", containsString(reason));
        owner.get("/v1/instances").then().body("items.size()", equalTo(0));
        owner.get("/v1/operations").then().body("items.size()", equalTo(0));
    }

    @Test
    void tagThatNoMachineOfTheDataCentreHasIsRefused() {
        Fresh.machine(pool, "tags", List.of("ssd"));
        Map<String, Object> body = Guest.in(pool, "hostTags", List.of("ssd", "nvme"));
        body.remove("resourcePoolId");
        body.put("edgeDataCenterId", dataCenter);
        isRefused(body).body("detail", containsString("1 lack a tag"));
    }

    @Test
    void dryRunIsRefusedAsTheRealOneWouldBe() {
        Fresh.machine(pool);
        owner.post("/v1/instances?dry_run=true", Guest.in(pool, "cpuCores", 17))
                .then()
                .statusCode(507)
                .body("code", equalTo("NO_MACHINE_FITS"));
    }

    @Test
    void poolWithoutMachinesIsWaitedFor() {
        assertThat(Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 17)).status())
                .isEqualTo("CREATING");
    }

    @Test
    void machineThatIsFullIsWaitedFor() {
        Fresh.machine(pool);
        Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 16));
        assertThat(Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 16)).status())
                .isEqualTo("CREATING");
    }

    @Test
    void setIsNotLaunchedIfNoMachineCouldHoldOneOfItsMembers() {
        Fresh.machine(pool);
        UUID set = owner.made("/v1/instance-sets", Map.of("name", Fresh.name()));
        Map<String, Object> template = Fresh.template(Fresh.name());
        template.put("templateType", "INSTANCE_SET");
        Map<String, Object> size = Map.of("cpuCores", 17, "memoryGb", 1, "storageGb", 1);
        template.put("members", List.of(Map.of("role", "web", "count", 2, "size", size)));
        Map<String, Object> launch =
                Map.of("templateId", owner.made("/v1/templates", template), "resourcePoolId", pool);
        owner.post("/v1/instance-sets/" + set + "/launch", launch)
                .then()
                .statusCode(507)
                .body("code", equalTo("NO_MACHINE_FITS"));
    }

    private ValidatableResponse isRefused(Map<String, Object> body) {
        return owner.post("/v1/instances", body).then().statusCode(507).body("code", equalTo("NO_MACHINE_FITS"));
    }
}
