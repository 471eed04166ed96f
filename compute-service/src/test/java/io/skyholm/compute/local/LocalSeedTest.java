package io.skyholm.compute.local;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Host;
import io.skyholm.compute.join.TokenText;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A developer's own suite begins with something, however often and wherever it begins. */
@QuarkusTest
class LocalSeedTest {

    @Inject
    LocalSeed seed;

    @Test
    void itIsPlantedOnceByAnyNumberOfReplicas() {
        String secret = UUID.randomUUID().toString();
        List<TokenText> hosts = List.of(TokenText.ofLocalHost(secret, 1), TokenText.ofLocalHost(secret, 2));
        Crowd.of(4, number -> {
            Chains.outcomeOf(() -> seed.plant(hosts).replaceWith(number));
            return number;
        });
        assertThat(count("edge_data_center where name = 'local' and deleted_at is null"))
                .isOne();
        assertThat(count("resource_pool where name = 'local' and cpu_overcommit = 4"))
                .isOne();
        assertThat(count("known_plan where id::text like '00000000-0000-7000-8000-%'"))
                .isEqualTo(5);
        Map<String, Object> joining = Host.joining(hosts.getLast().text(), HostKeys.fresh());
        String machine = Host.join(joining).then().statusCode(201).extract().path("machineId");
        ADMIN.get("/v1/machines/" + machine).then().body("cpuCapacity", equalTo(64));
    }

    private static long count(String rows) {
        return Sql.asSuperuser("compute").number("select count(*) from " + rows);
    }
}
