package io.skyholm.gateway.page;

import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The API to read and to try, shown by Swagger UI from the class path: nothing comes from elsewhere. */
public final class DocumentationPage implements Handler<HttpServerRequest> {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** As which every browser shows Markdown, which is written to be read as it is. */
    private static final String TEXT = "text/plain; charset=utf-8";

    private static final List<String> GUIDES = List.of(
            "authentication",
            "errors",
            "paging",
            "idempotency",
            "dry-run",
            "concurrency",
            "operations",
            "uploads",
            "console",
            "disks",
            "instance-disks",
            "transfers",
            "wallet",
            "support",
            "events",
            "clients",
            "limits");

    private final Map<String, Asset> assets = new HashMap<>();

    public DocumentationPage() {
        String library = "/META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/";
        assets.putAll(Map.of(
                "/docs", new Asset("/docs/index.html", HTML),
                "/docs/", new Asset("/docs/index.html", HTML),
                "/docs/page.js", new Asset("/docs/page.js", SCRIPT),
                "/docs/swagger-ui-bundle.js", new Asset(library + "swagger-ui-bundle.js", SCRIPT),
                "/docs/swagger-ui.css", new Asset(library + "swagger-ui.css", "text/css; charset=utf-8"),
                // Where Keycloak leads back to after a login from the page.
                "/docs/oauth2-redirect.html", new Asset(library + "oauth2-redirect.html", HTML),
                "/docs/oauth2-redirect.js", new Asset(library + "oauth2-redirect.js", SCRIPT),
                "/docs/favicon-32x32.png", new Asset(library + "favicon-32x32.png", "image/png"),
                "/docs/guides", new Asset("/docs/guides/README.md", TEXT)));
        GUIDES.forEach(guide -> assets.put("/docs/guides/" + guide, new Asset("/docs/guides/" + guide + ".md", TEXT)));
    }

    @Override
    public void handle(HttpServerRequest request) {
        Asset asset = assets.get(request.path());
        if (asset == null) {
            Answer.with(Problems.unknownPath(request.path()), request);
            return;
        }
        request.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "max-age=3600");
        Answer.with(asset.read(), request);
    }

    private static String libraryVersion() {
        Properties library = new Properties();
        try (InputStream file = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            library.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return library.getProperty("version");
    }

    private static InputStream open(String path) throws IOException {
        InputStream file = DocumentationPage.class.getResourceAsStream(path);
        if (file == null) {
            throw new IOException(path + " is not on the class path");
        }
        return file;
    }

    /** One file of the page, kept once it was asked for: all who read it at once share it. */
    private static final class Asset {

        private final String path;
        private final String mediaType;
        private @Nullable Buffer content;

        private Asset(String path, String mediaType) {
            this.path = path;
            this.mediaType = mediaType;
        }

        synchronized Buffer read() {
            Buffer known = content;
            if (known != null) {
                return known;
            }
            try (InputStream file = open(path)) {
                Buffer read = Buffer.buffer(file.readAllBytes());
                content = read;
                return read;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
