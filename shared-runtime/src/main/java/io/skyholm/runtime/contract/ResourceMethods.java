package io.skyholm.runtime.contract;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Finds the method that answers an operation: the document knows paths only. */
final class ResourceMethods {

    private static final DotName PATH = DotName.createSimple(Path.class);
    private static final Map<HttpMethod, DotName> VERBS = Map.of(
            HttpMethod.GET, DotName.createSimple(GET.class),
            HttpMethod.POST, DotName.createSimple(POST.class),
            HttpMethod.PUT, DotName.createSimple(PUT.class),
            HttpMethod.PATCH, DotName.createSimple(PATCH.class),
            HttpMethod.DELETE, DotName.createSimple(DELETE.class));

    private final Map<String, ResourceMethod> methods = new HashMap<>();

    ResourceMethods(IndexView index) {
        VERBS.forEach((verb, annotation) -> index.getAnnotations(annotation).stream()
                .map(found -> found.target().asMethod())
                .forEach(method -> methods.put(verb + " " + path(method), new ResourceMethod(verb, method))));
    }

    Optional<ResourceMethod> of(String path, HttpMethod verb) {
        return Optional.ofNullable(methods.get(verb + " " + path));
    }

    private static String path(MethodInfo method) {
        return steps(method).collect(Collectors.joining("/", "/", ""));
    }

    private static Stream<String> steps(MethodInfo method) {
        return Stream.of(method.declaringClass().declaredAnnotation(PATH), method.declaredAnnotation(PATH))
                .flatMap(Stream::ofNullable)
                .flatMap(ResourceMethods::steps);
    }

    /** What lies between the slashes of a path. */
    static Stream<String> steps(AnnotationInstance path) {
        return Stream.of(path.value().asString().split("/", -1)).filter(step -> !step.isEmpty());
    }
}
