package io.skyholm.identity.theme;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.ThemeEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.streams.ListWatch;
import io.skyholm.streams.ResumeAfter;
import io.skyholm.streams.WatchedList;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Themes over HTTP. */
@Path("/v1/themes")
@Tag(name = "Themes", description = "Named sets of colours of the console, one of which is active.")
public class ThemeResource {

    private final Themes themes;
    private final CurrentCall current;
    private final ListWatch watch;

    ThemeResource(Themes themes, CurrentCall current, ListWatch watch) {
        this.themes = themes;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.THEME, action = Action.CREATE)
    @Refuses(
            conflict = {"THEME_ACTIVE", "THEME_NAME_TAKEN"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a theme")
    public Uni<RestResponse<ThemeView>> create(@NotNull @Valid CreateTheme command) {
        return themes.create(current.get(), command).map(theme -> Answers.created(theme, "/v1/themes/" + theme.id()));
    }

    @GET
    @Requires(resource = ResourceType.THEME, action = Action.READ)
    @Operation(summary = "List themes, newest first")
    public Uni<Page<ThemeView>> list(@BeanParam ThemeFilter filter, @BeanParam PageRequest page) {
        return themes.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.THEME, action = Action.READ)
    @Operation(summary = "Watch the list of themes", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam ThemeFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(ThemeEvents.CHANGED, rows -> themes.list(call, filter, rows), ThemeView::id));
    }

    @GET
    @Path("active")
    @Requires(resource = ResourceType.THEME, action = Action.READ)
    @Operation(summary = "Show the active theme: the tenant's own, or the platform's")
    public Uni<RestResponse<ThemeView>> getActive() {
        return themes.active(current.get()).map(Answers::of);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.THEME, action = Action.READ)
    @Operation(summary = "Show a theme")
    public Uni<RestResponse<ThemeView>> get(@PathParam("id") UUID id) {
        return themes.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.THEME, action = Action.UPDATE)
    @Refuses(conflict = {"THEME_ACTIVE", "THEME_NAME_TAKEN", "THEME_NEEDED"})
    @Operation(summary = "Change a theme")
    public Uni<RestResponse<ThemeView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeTheme command) {
        return themes.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.THEME, action = Action.DELETE)
    @Refuses(conflict = "THEME_NEEDED")
    @Operation(summary = "Delete a theme")
    public Uni<RestResponse<ThemeView>> delete(@PathParam("id") UUID id) {
        return themes.delete(current.get(), id).map(Answers::of);
    }
}
