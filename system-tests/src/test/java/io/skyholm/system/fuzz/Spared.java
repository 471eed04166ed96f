package io.skyholm.system.fuzz;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is not sent, because after it there would be nobody to send the rest, or because others use the suite as well. The accounts and
 * tenants of those who send, among them the operator's own and the platform's tenant, are not changed by anybody who could: nobody would be let
 * in any more. Sessions are not ended, since those who send have them. Whoever may change what all tenants stand on (hosts, pools, data centres) changes what
 * this run has made, and no other: {@link Ids} sees to that.
 */
final class Spared {

    /** What is said of a member here takes rights away or gives them, wherever it stands. */
    private static final List<String> RIGHTS = List.of("/v1/role-assignments", "/v1/groups", "/v1/roles");

    private final Set<String> protectedIds = ConcurrentHashMap.newKeySet();

    void protect(String id) {
        protectedIds.add(id);
    }

    /** Whether a request is left out. */
    boolean spares(FuzzedRequest request) {
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            return false;
        }
        String path = request.target();
        if (path.startsWith("/v1/sessions")) {
            return true;
        }
        boolean ofRights = RIGHTS.stream().anyMatch(path::startsWith);
        return protectedIds.stream()
                .anyMatch(id ->
                        path.contains(id) || (ofRights && request.body().latin().contains(id)));
    }

    /** Kinds of which everybody changes only what this run has made. */
    static boolean isOfRights(String path) {
        return RIGHTS.stream().anyMatch(path::startsWith) || path.startsWith("/v1/users");
    }
}
