package io.skyholm.runtime.contract;

import io.skyholm.runtime.access.Authenticated;
import io.skyholm.runtime.access.NotUnderGrant;
import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.page.Page;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** A method of a resource and what it declares about its operation. */
record ResourceMethod(HttpMethod verb, MethodInfo method) {

    private static final int OK = 200;

    boolean changes() {
        return verb != HttpMethod.GET;
    }

    /** Whether an Idempotency-Key tells a repetition from a new request: keys are kept for known callers only. */
    boolean repeatable() {
        return verb == HttpMethod.POST && !open();
    }

    /** Whether If-Match is compared with the version of what it changes: several things at once have none. */
    boolean checksVersion() {
        return verb == HttpMethod.PATCH || verb == HttpMethod.PUT || (verb == HttpMethod.DELETE && findsById());
    }

    private boolean findsById() {
        return Stream.of(Optional.of(resourcePath()), annotation(Path.class))
                .flatMap(Optional::stream)
                .anyMatch(path -> path.value().asString().contains("{"));
    }

    /** Whether anybody may call it. */
    boolean open() {
        return annotation(Open.class).isPresent();
    }

    /** Whether every known caller may call it. */
    boolean authenticated() {
        return annotation(Authenticated.class).isPresent();
    }

    /** Whether an operator may call it in another's tenant, with the consent of that tenant. */
    boolean opensByGrant() {
        return !open() && !authenticated() && annotation(NotUnderGrant.class).isEmpty();
    }

    /** The permission that it requires, such as PLACE:CREATE. */
    Optional<String> permission() {
        return annotation(Requires.class)
                .map(requires -> requires.value("resource").asEnum() + ":"
                        + requires.value("action").asEnum());
    }

    /** The status of the answer when it succeeds. */
    int status() {
        return annotation(ResponseStatus.class)
                .map(declared -> declared.value().asInt())
                .orElse(OK);
    }

    /** Whether the answer carries headers of its own: the version or the location of what it shows. */
    boolean answersWithHeaders() {
        return returns(RestResponse.class);
    }

    boolean lists() {
        return returns(Page.class);
    }

    /** Whether the answer is a stream of events. */
    boolean streams() {
        return annotation(Produces.class)
                .map(types -> List.of(types.value().asStringArray()).contains(MediaType.SERVER_SENT_EVENTS))
                .orElse(false);
    }

    Optional<AnnotationInstance> annotation(Class<? extends Annotation> type) {
        return Optional.ofNullable(method.declaredAnnotation(DotName.createSimple(type)));
    }

    /** Where the resource is found. */
    AnnotationInstance resourcePath() {
        return method.declaringClass().declaredAnnotation(DotName.createSimple(Path.class));
    }

    /** Whether it returns a Uni of that. */
    private boolean returns(Class<?> type) {
        Type returned = method.returnType();
        return returned.kind() == Type.Kind.PARAMETERIZED_TYPE
                && returned.asParameterizedType().arguments().getFirst().name().equals(DotName.createSimple(type));
    }
}
