package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three hundred instances come and go by eight clients: every operation ends in time, and nothing is left behind. */
final class InstanceLoad extends Load<List<String>> {

    private static final int CLIENTS = 8;
    private static final int EACH = 38;

    private final Api operator;
    private final Database database = Database.asOperator();
    private final String run = "storm" + UUID.randomUUID().toString().substring(0, 8);

    InstanceLoad(Api operator, int kills) {
        super(CLIENTS * EACH, kills);
        this.operator = operator;
    }

    @Override
    List<Callable<List<String>>> clients() {
        return IntStream.range(0, CLIENTS)
                .<Callable<List<String>>>mapToObj(
                        client -> () -> new InstanceClient(operator, run + "-" + client, pace()).comeAndGo(EACH))
                .toList();
    }

    @Override
    void verify(List<List<String>> results) {
        List<String> ids = results.stream().flatMap(List::stream).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(CLIENTS * EACH);
        String these = ids.stream().collect(Collectors.joining("','", "('", "')"));
        Eventually.until(
                CALM,
                () -> database.number(
                                "select count(*) from compute.instance where status = 'DELETED' and id in " + these)
                        == ids.size());
        assertThat(database.number(
                        "select count(*) from compute.operation where ended_at is null and resource_id in " + these))
                .isZero();
        assertThat(database.number("select count(*) from compute.operation where ended_at > deadline + interval '30 s'"
                        + " and resource_id in " + these))
                .isZero();
        RunningSuite.booksAgree(CALM);
    }
}
