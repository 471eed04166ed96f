package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.call.Caller;
import io.skyholm.gateway.call.RouteClass;
import io.skyholm.gateway.call.RouteClass.Shares;
import io.skyholm.gateway.limit.Buckets;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import java.util.function.LongSupplier;

/**
 * Bounds the requests per second of a user and of a tenant, who are known by a valid token, and of an address without
 * one: made-up tokens count for the address that sends them.
 */
public final class RateLimit implements Gate {

    private static final int SECONDS_OF_BURST = 2;
    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanoTime;
    private final Buckets own = new Buckets(REMEMBERED);
    private final Buckets tenants = new Buckets(REMEMBERED);

    public RateLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean admits(Call call) {
        RouteClass kind = call.routeClass();
        Caller caller = call.caller();
        Shares rate = kind.rate();
        int perSecond = rate.of(caller);
        if (perSecond == 0) {
            return true;
        }
        Buckets.Taken taken = take(own, kind.name() + " " + caller.user(), perSecond);
        if (taken.admitted() && caller.isKnown() && rate.tenant() > 0) {
            Buckets.Taken ofTenant = take(tenants, kind.name() + " " + caller.tenant(), rate.tenant());
            taken = ofTenant.admitted() ? taken : ofTenant;
        }
        if (taken.admitted() && caller.site().isPresent()) {
            Buckets.Taken ofSite = take(own, kind.name() + " " + caller.site().get(), perSecond * Caller.SITE_SHARES);
            taken = ofSite.admitted() ? taken : ofSite;
        }
        call.request()
                .response()
                .putHeader("RateLimit-Limit", Integer.toString(perSecond))
                .putHeader("RateLimit-Remaining", Long.toString(Math.min(taken.left(), perSecond)))
                .putHeader("RateLimit-Reset", Long.toString(taken.secondsUntilFull()));
        if (!taken.admitted()) {
            Answer.with(Problems.tooManyRequests(taken.secondsUntilNext()), call.request());
        }
        return taken.admitted();
    }

    private Buckets.Taken take(Buckets buckets, String holder, int perSecond) {
        return buckets.take(holder, perSecond, perSecond * (double) SECONDS_OF_BURST, nanoTime.getAsLong());
    }
}
