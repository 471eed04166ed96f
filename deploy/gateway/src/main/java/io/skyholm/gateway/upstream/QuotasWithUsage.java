package io.skyholm.gateway.upstream;

import io.skyholm.gateway.upstream.ServiceAnswers.ServiceAnswer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody's limits, of which one service knows, with what each other service holds for whom they limit. */
final class QuotasWithUsage {

    private static final String LIMITS = "limits";
    private static final String USED = "used";

    /** Of how many holders a service is asked at once, so that the ids of all of them fit into the line of a request. */
    private static final int PORTION = 50;

    private final String uri;
    private final ServiceAnswers answers;

    QuotasWithUsage(String uri, ServiceAnswers answers) {
        this.uri = uri;
        this.answers = answers;
    }

    /** Answers with the limits that the owner knows, and what the others hold. */
    void answer(Upstream owner, List<Upstream> others) {
        answers.answer(answers.ask(owner, uri).compose(limits -> completed(limits, others)), "quotas");
    }

    private Future<ServiceAnswer> completed(ServiceAnswer limits, List<Upstream> others) {
        if (limits.isRefused()) {
            return Future.succeededFuture(limits);
        }
        JsonObject quota = limits.body().toJsonObject();
        List<JsonObject> holders = objects(quota.getJsonArray(LIMITS)).toList();
        return holders.isEmpty()
                ? Future.succeededFuture(limits)
                : Future.all(others.stream().map(other -> used(other, holders)).toList())
                        .map(all -> all.<List<ServiceAnswer>>list().stream()
                                .flatMap(List::stream)
                                .toList())
                        .map(used -> ServiceAnswers.refused(used).orElseGet(() -> with(limits, quota, used)));
    }

    /** One portion after the other: whoever is in many groups takes no more connections at once than others. */
    private Future<List<ServiceAnswer>> used(Upstream service, List<JsonObject> holders) {
        String tenant = holders.getFirst().getString("id");
        Future<List<ServiceAnswer>> asked = Future.succeededFuture(List.of());
        for (int first = 0; first < holders.size(); first += PORTION) {
            List<JsonObject> portion = holders.subList(first, Math.min(holders.size(), first + PORTION));
            asked = asked.compose(before -> ServiceAnswers.refused(before).isPresent()
                    ? Future.succeededFuture(before)
                    : answers.ask(service, usages(service, tenant, portion)).map(answer -> with(before, answer)));
        }
        return asked;
    }

    private static List<ServiceAnswer> with(List<ServiceAnswer> before, ServiceAnswer answer) {
        return Stream.concat(before.stream(), Stream.of(answer)).toList();
    }

    /** The outermost limit is that of the tenant. */
    private static String usages(Upstream service, String tenant, List<JsonObject> holders) {
        return "/v1/services/%s/quota-usages?tenantId=%s&%s"
                .formatted(
                        service.name(),
                        tenant,
                        holders.stream()
                                .map(holder -> "holderId=" + holder.getString("id"))
                                .collect(Collectors.joining("&")));
    }

    private static ServiceAnswer with(ServiceAnswer limits, JsonObject quota, List<ServiceAnswer> used) {
        Map<String, JsonObject> holders = objects(quota.getJsonArray(LIMITS))
                .collect(Collectors.toMap(holder -> holder.getString("id"), Function.identity()));
        used.stream().flatMap(each -> objects(each.body().toJsonArray())).forEach(usage -> {
            JsonObject holder = holders.get(usage.getString("holderId"));
            if (holder != null) {
                holder.put(USED, holder.getJsonObject(USED, new JsonObject()).mergeIn(usage.getJsonObject(USED), true));
            }
        });
        return limits.with(quota.toBuffer());
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
