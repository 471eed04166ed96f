package io.skyholm.network.address;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.network.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An address that nothing has any more is found. */
@QuarkusTest
class LeakTest {

    @Test
    void addressOfAPortThatIsGoneIsALeak() {
        Person owner = Person.fresh();
        UUID held = owner.made("/v1/addresses", Map.of("subnetId", Fresh.subnet(owner, "10.0.0.0/24")));
        owner.get("/v1/addresses/leaks").then().statusCode(200).body("items", empty());
        Sql.asSuperuser("network")
                .change(
                        "update ip_address set status = 'ALLOCATED', port_id = ? where id = ?",
                        UUID.randomUUID(),
                        held);
        owner.get("/v1/addresses/leaks").then().body("items.id", contains(held.toString()));
        Person.fresh().get("/v1/addresses/leaks").then().body("items", empty());
        Sql.asSuperuser("network")
                .change("update ip_address set status = 'RESERVED', port_id = null where id = ?", held);
    }
}
