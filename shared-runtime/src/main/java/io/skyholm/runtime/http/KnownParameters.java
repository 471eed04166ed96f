package io.skyholm.runtime.http;

import io.skyholm.runtime.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters that a method does not know or cannot mean: a misspelt filter must not answer with everything. */
@Singleton
class KnownParameters {

    private static final Set<String> ANYWHERE = Set.of("dry_run");

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        request.getUriInfo().getPathParameters().forEach(KnownParameters::checkText);
        MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
        if (asked.isEmpty()) {
            return;
        }
        Set<String> allowed = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::names);
        asked.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw Problem.invalid(name, "is not a parameter here; there are " + allowed);
            }
            if (values.contains("") && !ANYWHERE.contains(name)) {
                throw Problem.invalid(name, "must not be empty");
            }
            checkText(name, values);
        });
    }

    /** PostgreSQL stores no NUL, and nobody means any other control character. */
    private static void checkText(String name, List<String> values) {
        if (values.stream().flatMapToInt(String::chars).anyMatch(Character::isISOControl)) {
            throw Problem.invalid(name, "must not hold control characters");
        }
    }

    private static Set<String> names(Method method) {
        return Stream.concat(
                        ANYWHERE.stream(), Stream.of(method.getParameters()).flatMap(KnownParameters::names))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(Parameter parameter) {
        return names(parameter, parameter.getType());
    }

    private static Stream<String> names(AnnotatedElement element, Class<?> type) {
        return element.isAnnotationPresent(BeanParam.class)
                ? Stream.of(type.getDeclaredFields()).flatMap(field -> names(field, field.getType()))
                : Stream.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
