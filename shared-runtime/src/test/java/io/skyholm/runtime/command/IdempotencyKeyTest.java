package io.skyholm.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.runtime.sample.NoteCalls;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyKeyTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");

    private final NoteCalls caller = NoteCalls.ofNewTenant();

    @Test
    void theSameRequestIsAnsweredTheSameAndDoneOnce() {
        Response first = caller.postOnce("k1", "Milk");
        Response second = caller.postOnce("k1", "Milk");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(notes()).isEqualTo(1);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        caller.postOnce("k1", "Milk");
        caller.postOnce("k1", "Bread").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void ofEightAtOnceOneIsDoneAndAllAreAnsweredTheSame() {
        List<String> answers = Crowd.of(8, number -> caller.postOnce("k1", "Milk")
                .then()
                .statusCode(201)
                .extract()
                .asString());
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(notes()).isEqualTo(1);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void aFailedAttemptKeepsNothing() {
        caller.write("Milk");
        caller.postOnce("k1", "Milk").then().statusCode(409);
        caller.postOnce("k1", "Bread").then().statusCode(201);
    }

    @Test
    void aDryRunKeepsNoAnswer() {
        caller.request()
                .header("Idempotency-Key", "k1")
                .body(Map.of("title", "Milk"))
                .post("/v1/notes?dry_run=true")
                .then()
                .statusCode(201);
        caller.postOnce("k1", "Bread").then().statusCode(201);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void twoCallersMayChooseTheSameKey() {
        caller.postOnce("k1", "Milk").then().statusCode(201);
        NoteCalls.ofNewTenant().postOnce("k1", "Bread").then().statusCode(201);
    }

    private long notes() {
        return EVERYTHING.number("select count(*) from note where tenant_id = ?", caller.tenant());
    }

    private long events() {
        return EVERYTHING.number(
                "select count(*) from outbox_event where tenant_id = ? and type like 'support.%'", caller.tenant());
    }
}
