package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.network.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No address is anybody's twice, and none is lost, however many ask at once. */
@QuarkusTest
class AddressRaceTest {

    private static final String PATH = "/v1/addresses";
    private static final Sql SQL = Sql.asSuperuser("network");

    private final Person owner = Person.fresh();

    @Test
    void eightClientsTakeAHundredAddressesEach() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/16");
        List<String> taken = Crowd.of(8, client -> take(owner, subnet, 100)).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(taken).hasSize(800).doesNotHaveDuplicates().doesNotContain("10.0.0.0", "10.0.0.1", "10.0.255.255");
        assertThat(SQL.number("select count(*) from ip_address where subnet_id = ?", subnet))
                .isEqualTo(800);
    }

    @Test
    void smallSubnetIsTakenToItsLastAddressAndNoFurther() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/25");
        List<Integer> answers = Crowd.of(8, client -> {
                    List<Integer> statuses = new ArrayList<>();
                    for (int one = 0; one < 16; one++) {
                        statuses.add(
                                owner.post(PATH, Map.of("subnetId", subnet)).statusCode());
                    }
                    return statuses;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(125);
        assertThat(answers.stream().filter(status -> status == 507)).hasSize(3);
    }

    @Test
    void addressesAreGivenBackWhileOthersAreTaken() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/27");
        owner.made(
                "/v1/address-pools",
                Map.of("subnetId", subnet, "name", "fast", "ipPoolConfig", Map.of("coolDownSeconds", 0)));
        Crowd.of(8, client -> {
            for (int round = 0; round < 12; round++) {
                Response taken = owner.post(PATH, Map.of("subnetId", subnet));
                if (taken.statusCode() == 201) {
                    owner.delete(PATH + "/" + taken.path("id")).then().statusCode(200);
                } else {
                    taken.then().statusCode(507);
                }
            }
            return client;
        });
        Eventually.holds(
                "all can be given again",
                () -> SQL.number(
                                "select count(*) from ip_address where subnet_id = ? and status <> 'AVAILABLE'", subnet)
                        == 0);
        assertThat(take(owner, subnet, 29)).hasSize(29).doesNotHaveDuplicates();
        owner.post(PATH, Map.of("subnetId", subnet)).then().statusCode(507);
    }

    @Test
    void ofThoseWhoNameTheSameAddressOneHasIt() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/24");
        List<Integer> answers =
                Crowd.of(6, client -> owner.post(PATH, Map.of("subnetId", subnet, "ipAddress", "10.0.0.77"))
                        .statusCode());
        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(5);
    }

    private static List<String> take(Person person, UUID subnet, int many) {
        List<String> taken = new ArrayList<>();
        for (int one = 0; one < many; one++) {
            taken.add(person.post(PATH, Map.of("subnetId", subnet))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("ipAddress"));
        }
        return taken;
    }
}
