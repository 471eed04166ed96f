package io.skyholm.network.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.network.PlaceStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a place can change. */
class ChangePlaceTest {

    private final Place place = new Place(
            UUID.randomUUID(),
            RequestBody.read("{\"name\": \"Aachen\", \"location\": \"Markt 1\"}", CreatePlace.class),
            Revision.first(null, Instant.EPOCH));

    @Test
    void newPlaceIsActive() {
        assertThat(place.status).isEqualTo(PlaceStatus.ACTIVE);
        assertThat(place.subnetId).isNull();
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        UUID subnet = UUID.randomUUID();
        change("{\"subnetId\": \"" + subnet + "\"}");
        assertThat(place.subnetId).isEqualTo(subnet);
        assertThat(place.location).isEqualTo("Markt 1");
        change("{\"subnetId\": null, \"location\": null}");
        assertThat(place.subnetId).isNull();
        assertThat(place.location).isNull();
    }

    @Test
    void placeIsClosedByAChangeAndDeletedByDeleteAlone() {
        change("{\"status\": \"INACTIVE\"}");
        assertThat(place.status).isEqualTo(PlaceStatus.INACTIVE);
        assertThatThrownBy(() -> change("{\"status\": \"DELETED\"}"))
                .isInstanceOf(Problem.class)
                .hasMessage("status becomes DELETED by DELETE alone");
    }

    private void change(String json) {
        RequestBody.read(json, ChangePlace.class).applyTo(place);
    }
}
