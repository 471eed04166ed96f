package io.skyholm.compute.datacenter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import org.junit.jupiter.api.Test;

/** What a change makes of a data centre. */
class DataCenterChangeTest {

    @Test
    void statusCannotBeSetToDeleted() {
        ChangeDataCenter change = RequestBody.read("{\"status\": \"DELETED\"}", ChangeDataCenter.class);
        assertThatThrownBy(() -> change.applyTo(new DataCenter()))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("status ");
    }
}
