package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What may become of an object. */
class ObjectStatusTest {

    @Test
    void itIsReceivedStoredAndRemovedAndNeverComesBack() {
        assertThat(ObjectStatus.RECEIVING.origins()).isEmpty();
        assertThat(ObjectStatus.STORED.origins()).containsExactly("RECEIVING");
        assertThat(ObjectStatus.REMOVING.origins()).containsExactly("RECEIVING", "STORED");
    }
}
