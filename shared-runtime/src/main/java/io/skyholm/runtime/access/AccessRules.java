package io.skyholm.runtime.access;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what each resource method requires; a method that says nothing is closed to everybody. */
@Singleton
public class AccessRules {

    private final Map<Method, Optional<Permission>> required = new ConcurrentHashMap<>();

    /** Whether the method may be called by anybody. */
    public boolean open(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(Open.class);
    }

    /** The permission that the method requires, if it requires one. */
    public Optional<Permission> required(ResourceInfo resource) {
        return required.computeIfAbsent(resource.getResourceMethod(), AccessRules::requirement);
    }

    /** Refuses a caller who lacks what the method requires. */
    public void check(ResourceInfo resource, Caller caller) {
        if (resource.getResourceMethod().isAnnotationPresent(Authenticated.class)) {
            return;
        }
        caller.require(required(resource).orElseThrow(() -> Problem.forbidden("Nobody may do this")));
    }

    private static Optional<Permission> requirement(Method method) {
        return Optional.ofNullable(method.getAnnotation(Requires.class))
                .map(requires -> new Permission(requires.resource(), requires.action()));
    }
}
