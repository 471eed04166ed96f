package io.skyholm.compute.datacenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a data centre is at first, and what a change makes of it. */
class DataCenterChangeTest {

    @Test
    void newOneIsActiveUnlessItSaysOtherwise() {
        assertThat(created("{\"name\": \"Delft\"}").status).isEqualTo(DataCenterStatus.ACTIVE);
        assertThat(created("{\"name\": \"Delft\", \"status\": \"MAINTENANCE\"}").status)
                .isEqualTo(DataCenterStatus.MAINTENANCE);
    }

    @Test
    void newOneCannotBeDeletedAlready() {
        Refused.forField("status", () -> created("{\"name\": \"Delft\", \"status\": \"DELETED\"}"));
    }

    @Test
    void statusCannotBeSetToDeleted() {
        Refused.forField("status", () -> changed("{\"status\": \"DELETED\"}"));
    }

    @Test
    void whatIsLeftOutStays() {
        DataCenter place = changed("{\"status\": \"MAINTENANCE\"}");
        assertThat(place.name).isEqualTo("Rotterdam 1");
        assertThat(place.location).isEqualTo("Rotterdam");
        assertThat(place.region).isEqualTo("eu-west");
        assertThat(place.networkConfig).isEqualTo(new JsonObject(Map.of("uplinks", 2)));
        assertThat(place.status).isEqualTo(DataCenterStatus.MAINTENANCE);
    }

    @Test
    void whatIsNullIsCleared() {
        DataCenter place = changed("{\"location\": null, \"region\": null, \"networkConfig\": null}");
        assertThat(place.location).isNull();
        assertThat(place.region).isNull();
        assertThat(place.networkConfig).isNull();
        assertThat(place.name).isEqualTo("Rotterdam 1");
    }

    @Test
    void vlanRangeHasTwoEndsInTheirOrder() {
        Refused.forField("vlanRangeEnd", () -> created("{\"name\": \"Delft\", \"vlanRangeStart\": 100}"));
        Refused.forField("vlanRangeStart", () -> changed("{\"vlanRangeEnd\": 100}"));
        Refused.forField("vlanRangeEnd", () -> changed("{\"vlanRangeStart\": 200, \"vlanRangeEnd\": 199}"));
        DataCenter place = changed("{\"vlanRangeStart\": 200, \"vlanRangeEnd\": 200}");
        assertThat(place.vlanRangeStart).isEqualTo(200);
        RequestBody.read("{\"vlanRangeStart\": null, \"vlanRangeEnd\": null}", ChangeDataCenter.class)
                .applyTo(place);
        assertThat(place.vlanRangeEnd).isNull();
    }

    private static DataCenter changed(String change) {
        DataCenter place = created("""
                {"name": "Rotterdam 1", "location": "Rotterdam", "region": "eu-west", "networkConfig": {"uplinks": 2}}""");
        RequestBody.read(change, ChangeDataCenter.class).applyTo(place);
        return place;
    }

    private static DataCenter created(String body) {
        return new DataCenter(
                RequestBody.read(body, CreateDataCenter.class),
                Revision.first(null, Instant.parse("2026-02-01T12:00:00Z")));
    }
}
