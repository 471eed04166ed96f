package io.skyholm.gateway.upstream;

import io.skyholm.gateway.upstream.Parts.Part;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody's limits, of which one service knows, with what each other service holds for whom they limit. */
final class QuotasWithUsage {

    private static final String LIMITS = "limits";
    private static final String USED = "used";

    private final String uri;
    private final Parts parts;

    QuotasWithUsage(String uri, Parts parts) {
        this.uri = uri;
        this.parts = parts;
    }

    /** Answers with the limits that the owner knows, and what the others hold. */
    void answer(Upstream owner, List<Upstream> others) {
        parts.answer(parts.ask(owner, uri).compose(limits -> completed(limits, others)), "quotas");
    }

    private Future<Part> completed(Part limits, List<Upstream> others) {
        if (limits.isRefused()) {
            return Future.succeededFuture(limits);
        }
        JsonObject quota = limits.body().toJsonObject();
        List<JsonObject> holders = objects(quota.getJsonArray(LIMITS)).toList();
        return holders.isEmpty()
                ? Future.succeededFuture(limits)
                : Future.all(others.stream()
                                .map(other -> parts.ask(other, usages(other, holders)))
                                .toList())
                        .map(all -> all.<Part>list())
                        .map(used -> Parts.refused(used).orElseGet(() -> with(limits, quota, used)));
    }

    /** The outermost limit is that of the tenant. */
    private static String usages(Upstream service, List<JsonObject> holders) {
        return "/v1/services/%s/quota-usages?tenantId=%s&%s"
                .formatted(
                        service.name(),
                        holders.getFirst().getString("id"),
                        holders.stream()
                                .map(holder -> "holderId=" + holder.getString("id"))
                                .collect(Collectors.joining("&")));
    }

    private static Part with(Part limits, JsonObject quota, List<Part> used) {
        used.stream().flatMap(part -> objects(part.body().toJsonArray())).forEach(usage -> objects(
                        quota.getJsonArray(LIMITS))
                .filter(holder -> holder.getString("id").equals(usage.getString("holderId")))
                .forEach(holder -> holder.put(
                        USED, holder.getJsonObject(USED, new JsonObject()).mergeIn(usage.getJsonObject(USED), true))));
        return limits.with(quota.toBuffer());
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
