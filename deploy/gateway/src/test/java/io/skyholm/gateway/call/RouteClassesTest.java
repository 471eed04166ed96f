package io.skyholm.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteClassesTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static HttpServer server;

    @BeforeAll
    static void tellClasses() throws Exception {
        RouteClasses classes = RouteClasses.usual();
        server = VERTX.createHttpServer()
                .requestHandler(
                        request -> request.response().end(classes.of(request).name()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void noTenantMayHaveAllConnectionsThatLast() {
        assertThat(RouteClasses.usual().all())
                .filteredOn(RouteClass::lasts)
                .hasSize(3)
                .allSatisfy(row -> {
                    assertThat(row.open().tenant()).isLessThanOrEqualTo(row.serviceConnections() / 4);
                    assertThat(row.open().user()).isLessThanOrEqualTo(row.open().tenant());
                    assertThat(row.open().address())
                            .isLessThanOrEqualTo(row.open().tenant());
                });
    }

    /** Hosts have no token: whatever number of them stands behind one address has what one tenant's people may open, and more. */
    @Test
    void hostsBehindOneAddressOpenManyLines() {
        assertThat(RouteClasses.usual().all())
                .filteredOn(row -> row.name().equals("line"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.isStream()).isTrue();
                    assertThat(row.open().address()).isEqualTo(2048);
                });
    }

    /** Bodies that flow keep a connection to the service as long as their client likes. */
    @Test
    void whatFlowsLasts() {
        assertThat(RouteClasses.usual().all())
                .filteredOn(row -> !row.held())
                .isNotEmpty()
                .allMatch(RouteClass::lasts);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/tenants, json",
        "POST, /v1/instances, json",
        "GET, /v1/instances/7/console-log, json",
        "GET, /v1/operations/7/stream, stream",
        "GET, /v1/audit-entries/stream, stream",
        "POST, /v1/audit-entries/stream, json",
        "GET, /v1/audit-entries/export, download",
        "PATCH, /v1/images/7/versions/8/uploads/9, upload",
        "GET, /v1/images/7/versions/8/content, download",
        "GET, /v1/images/7, json",
        "GET, /v1/audit-chains/7/verification, verify",
        "GET, /v1/audit-chains, json",
        "POST, /v1/terraform-states/7, state",
        "GET, /v1/devices/7/desired, device",
        "POST, /v1/host-joins, device",
        "POST, /v1/host-consoles/7/log, json",
        "GET, /v1/host-consoles/7/line, line",
        "POST, /realms/skyholm/protocol/openid-connect/token, login",
        "GET, /resources/a/b.css, login",
        "GET, /, json",
    })
    void eachRouteIsOfOneClass(String method, String path, String name) throws Exception {
        CompletableFuture<String> answered = new CompletableFuture<>();
        VERTX.runOnContext(here -> VERTX.createHttpClient()
                .request(HttpMethod.valueOf(method), server.actualPort(), "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body)
                .onSuccess(body -> answered.complete(body.toString()))
                .onFailure(answered::completeExceptionally));

        assertThat(answered.get(20, TimeUnit.SECONDS)).isEqualTo(name);
    }

    @Test
    void noClassCanUseUpTheConnectionsOfAServiceForOneTenant() {
        assertThat(RouteClasses.usual().all()).allSatisfy(kind -> {
            assertThat(kind.open().tenant()).isLessThan(kind.serviceConnections());
            assertThat(kind.open().user()).isLessThanOrEqualTo(kind.open().tenant());
            assertThat(kind.open().address())
                    .isPositive()
                    .isLessThanOrEqualTo(kind.open().tenant());
        });
    }

    @Test
    void tableThatLeavesRoutesWithoutAClassIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteClasses.parse("json 1 held 1 1 1 1 1 1 1 1 1 GET:/v1/*"))
                .withMessageContaining("*:/*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteClasses.parse("json 1 held 1 *:/*"))
                .withMessageContaining("json 1 held 1");
    }
}
