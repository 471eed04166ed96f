package io.skyholm.gateway;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.skyholm.gateway.gate.Gate;
import io.skyholm.gateway.gate.RequestId;
import io.skyholm.gateway.page.Pages;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.skyholm.gateway.upstream.Routes;
import io.skyholm.gateway.upstream.UpstreamProxy;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** The way of every request: through the gates, then to a page of the gateway's own or to the service behind. */
final class RequestFlow {

    private final List<Gate> gates;
    private final Pages pages;
    private final Routes routes;
    private final UpstreamProxy proxy;

    RequestFlow(List<Gate> gates, Pages pages, Routes routes, UpstreamProxy proxy) {
        this.gates = gates;
        this.pages = pages;
        this.routes = routes;
        this.proxy = proxy;
    }

    void handle(HttpServerRequest request) {
        for (Gate gate : gates) {
            if (!gate.admits(request)) {
                return;
            }
        }
        if (!pages.answers(request)) {
            routes.to(request.path())
                    .ifPresentOrElse(
                            upstream -> proxy.forward(request, upstream),
                            () -> Answer.with(Problems.unknownPath(request.path()), request));
        }
    }

    /** Answers what could not even be read as a request. */
    void refuse(HttpServerRequest request) {
        RequestId.assign(request);
        Throwable cause = request.decoderResult().cause();
        Answer.with(
                switch (cause) {
                    case TooLongHttpLineException tooLong -> Problems.uriTooLong(PublicListener.LINE_BYTES);
                    case TooLongHttpHeaderException tooLong -> Problems.headersTooLarge(PublicListener.HEADER_BYTES);
                    case null, default -> Problems.malformed("The request is not valid HTTP.");
                },
                request);
        request.connection().close();
    }
}
