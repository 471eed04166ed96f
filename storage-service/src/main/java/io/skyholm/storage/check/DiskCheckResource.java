package io.skyholm.storage.check;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.DiskCheckEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.streams.ListWatch;
import io.skyholm.streams.ResumeAfter;
import io.skyholm.streams.WatchedList;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks of disks over HTTP, to find what is damaged. */
@Path("/v1/disk-checks")
@Tag(name = "Disks")
public class DiskCheckResource {

    private final DiskChecks checks;
    private final CurrentCall current;
    private final ListWatch watch;

    DiskCheckResource(DiskChecks checks, CurrentCall current, ListWatch watch) {
        this.checks = checks;
        this.current = current;
        this.watch = watch;
    }

    @GET
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(
            summary = "List the last checks of disks, newest first",
            description = "There is one of each disk that was ever checked.")
    public Uni<Page<DiskCheckView>> list(@BeanParam DiskCheckFilter filter, @BeanParam PageRequest page) {
        return checks.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Watch the list of checks of disks", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam DiskCheckFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(DiskCheckEvents.CHANGED, rows -> checks.list(call, filter, rows), DiskCheckView::id));
    }
}
