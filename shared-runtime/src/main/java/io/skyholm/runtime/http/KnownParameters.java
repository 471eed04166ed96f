package io.skyholm.runtime.http;

import io.skyholm.runtime.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters that a method does not know or cannot mean: a misspelt filter must not answer with everything. */
@Singleton
class KnownParameters {

    private static final String DRY_RUN = "dry_run";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Of each method its parameters, and whether one that is given several times means something. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        request.getUriInfo().getPathParameters().forEach(KnownParameters::checkText);
        MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
        if (asked.isEmpty()) {
            return;
        }
        Map<String, Boolean> allowed = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        asked.forEach((name, values) -> {
            if (!allowed.containsKey(name) || (name.equals(DRY_RUN) && READING.contains(request.getMethod()))) {
                throw Problem.invalid(name, "is not a parameter here; there are " + allowed.keySet());
            }
            if (values.contains("") && !name.equals(DRY_RUN)) {
                throw Problem.invalid(name, "must not be empty");
            }
            if (values.size() > 1 && !allowed.get(name)) {
                throw Problem.invalid(name, "must not be given more than once");
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

    private static Map<String, Boolean> of(Method method) {
        Map<String, Boolean> parameters = new TreeMap<>(Map.of(DRY_RUN, false));
        for (Parameter parameter : method.getParameters()) {
            add(parameters, parameter, parameter.getType());
        }
        return parameters;
    }

    private static void add(Map<String, Boolean> parameters, AnnotatedElement element, Class<?> type) {
        QueryParam one = element.getAnnotation(QueryParam.class);
        if (one != null) {
            parameters.put(one.value(), Collection.class.isAssignableFrom(type));
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            for (Field field : type.getDeclaredFields()) {
                add(parameters, field, field.getType());
            }
        }
    }
}
