package io.skyholm.gateway;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.call.Calls;
import io.skyholm.gateway.gate.Gate;
import io.skyholm.gateway.gate.HeaderSize;
import io.skyholm.gateway.gate.RequestId;
import io.skyholm.gateway.gate.RequestLine;
import io.skyholm.gateway.limit.HeldBytes;
import io.skyholm.gateway.limit.OpenCall;
import io.skyholm.gateway.limit.OpenCalls;
import io.skyholm.gateway.limit.ServiceConnections;
import io.skyholm.gateway.page.Pages;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problem;
import io.skyholm.gateway.problem.Problems;
import io.skyholm.gateway.upstream.Routes;
import io.skyholm.gateway.upstream.Upstream;
import io.skyholm.gateway.upstream.UpstreamProxy;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;

/** The way of every request: through the gates, then to a page of the gateway's own or to the service behind. */
record RequestFlow(
        Calls calls,
        Connections connections,
        List<Gate> gates,
        OpenCalls open,
        ServiceConnections places,
        HeldBytes memory,
        Pages pages,
        Routes routes,
        UpstreamProxy proxy,
        AccessLog log) {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    void handle(HttpServerRequest request) {
        Call call = calls.of(request);
        if (!call.isStrangers()) {
            connections.isOf(request.connection(), call.caller().tenant());
        }
        OpenCall opened = follow(call);
        if (!gates.stream().allMatch(gate -> gate.admits(call))) {
            return;
        }
        if (open.admits(opened) && memory.admits(opened, headBytes(request))) {
            answer(opened);
        } else {
            Answer.with(Problems.tooManyOpen(), request);
        }
    }

    private void answer(OpenCall opened) {
        HttpServerRequest request = opened.call().request();
        if (pages.answers(request)) {
            return;
        }
        boolean reads = READING.contains(request.method());
        List<Upstream> owners = reads ? routes.partsOf(request.path()) : List.of();
        List<Upstream> holders = reads ? routes.quotaHolders(request.path()) : List.of();
        if (owners.isEmpty()) {
            routes.to(request.path())
                    .ifPresentOrElse(
                            upstream -> forward(opened, upstream, holders),
                            () -> Answer.with(Problems.unknownPath(request.path()), request));
        } else {
            proxy.merge(opened, owners);
        }
    }

    private void forward(OpenCall opened, Upstream upstream, List<Upstream> holders) {
        if (!places.admits(opened, upstream.name())) {
            Answer.with(Problems.allTaken(), opened.call().request());
        } else if (holders.isEmpty()) {
            proxy.forward(opened, upstream);
        } else {
            proxy.quotas(opened, upstream, holders);
        }
    }

    /** Answers what could not even be read as a request. */
    void refuse(HttpServerRequest request) {
        follow(calls.of(request));
        RequestId.assign(request);
        Answer.with(unreadable(request.decoderResult().cause()), request);
        request.connection().close();
    }

    private static Problem unreadable(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException tooLong -> Problems.uriTooLong(RequestLine.MOST_BYTES);
            case TooLongHttpHeaderException tooLong -> Problems.headersTooLarge(HeaderSize.MOST_BYTES);
            case null, default -> Problems.malformed("The request is not valid HTTP.");
        };
    }

    private static int headBytes(HttpServerRequest request) {
        return request.uri().length() + HeaderSize.bytesOf(request);
    }

    private OpenCall follow(Call call) {
        long began = System.nanoTime();
        HttpServerRequest request = call.request();
        OpenCall opened = new OpenCall(call);
        connections.requestBegins(request);
        opened.whenOver(() -> {
            open.ended(opened);
            places.ended(opened);
            memory.release(opened);
            log.write(request, call.address(), began);
            connections.requestEnds(request.connection());
            if (opened.isUpgraded()) {
                connections.closed(request.connection());
            }
        });
        request.response().endHandler(ended -> {
            if (!opened.isUpgraded()) {
                opened.over();
            }
        });
        return opened;
    }
}
