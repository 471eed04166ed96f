package io.skyholm.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.answers.AnswerCheck;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to the front door, valid or not and by whomever, is answered as the published document says. Short in the tests;
 * {@code ./skyholm bench fuzz} sends a million requests.
 */
class FuzzedRequestsJourney {

    private static final System.Logger LOG = System.getLogger(FuzzedRequestsJourney.class.getName());

    private static final long REQUESTS = Long.getLong("skyholm.fuzz.requests", 5000);
    private static final long SECONDS = Long.getLong("skyholm.fuzz.seconds", 12);
    private static final long SEED = Long.getLong("skyholm.fuzz.seed", 1);
    private static final int CONNECTIONS = Integer.getInteger("skyholm.fuzz.connections", 12);
    private static final long LONG_RUN = 50_000;
    private static final Duration CALM = Duration.ofMinutes(10);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());

    @Test
    void everyAnswerIsAsTheDocumentSays() throws Exception {
        JsonNode document = operator.get("/openapi.json").expecting(200).body();
        Schemas schemas = new Schemas(document);
        AnswerCheck check = new AnswerCheck(schemas);
        Spared spared = new Spared();
        List<FuzzPerson> people = new FuzzPeople(operator, spared).all();
        Ids everybodys = new Ids();
        RequestMaker maker = new RequestMaker(schemas, people, everybodys, new Forbidden(schemas, check), SEED);
        FuzzRun run = new FuzzRun(maker, new AnswerJudge(check), spared, everybodys);

        run.send(REQUESTS, Duration.ofSeconds(SECONDS), CONNECTIONS);
        othersMayAskForMail();

        LOG.log(Level.INFO, "Seed {0}: {1}", Long.toString(SEED), run.summary());
        String faults = run.faults().stream().map(FuzzRun.Fault::toString).collect(Collectors.joining("\n"));
        assertThat(run.faults())
                .as("seed %d (-Dskyholm.fuzz.seed), %s%n%s", SEED, run.summary(), faults)
                .isEmpty();
        assertThat(run.tally().called())
                .containsAll(maker.operations().stream()
                        .map(Operation::name)
                        .filter(name -> !name.contains("/v1/sessions"))
                        .toList());
        assertThat(run.tally().statuses()).containsKeys(200, 201, 400, 401, 403, 404, 406, 422);
        Customer.join(operator).api().get("/v1/me").expecting(200);
        if (REQUESTS >= LONG_RUN) {
            RunningSuite.booksAgree(CALM);
        }
    }

    /** All journeys come from one address, and an address may ask for so much mail in an hour: a run may use all of that. */
    private static void othersMayAskForMail() {
        RunningSuite.timePasses(Duration.ofHours(1));
    }
}
