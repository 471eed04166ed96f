package io.skyholm.identity.keycloak;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.skyholm.local.suite.TestPlatform;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The only way from the service to the real Keycloak: while it is shut, Keycloak is away for the service, and there for
 * everybody else.
 */
public class KeycloakDoor implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final Set<NetSocket> callers = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    @Override
    public Map<String, String> start() {
        URI keycloak = URI.create(
                TestPlatform.with("keycloak").environmentOf("identity").getOrDefault("SKYHOLM_KEYCLOAK_URL", ""));
        NetServer server = vertx.createNetServer()
                .connectHandler(caller -> enter(caller, keycloak))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of("quarkus.rest-client.keycloak.url", "http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(this, new TestInjector.MatchesType(KeycloakDoor.class));
    }

    /** Does something while Keycloak is away for the service. */
    public void whileShut(Runnable action) {
        open = false;
        callers.forEach(NetSocket::close);
        try {
            action.run();
        } finally {
            open = true;
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void enter(NetSocket caller, URI keycloak) {
        if (!open) {
            caller.close();
            return;
        }
        callers.add(caller);
        caller.closeHandler(gone -> callers.remove(caller)).pause();
        client.connect(keycloak.getPort(), keycloak.getHost())
                .onSuccess(inside -> {
                    caller.pipeTo(inside);
                    inside.pipeTo(caller);
                })
                .onFailure(away -> caller.close());
    }
}
