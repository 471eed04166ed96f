package io.skyholm.runtime.access;

import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
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

    /** What the method acts upon, if it says so. */
    public Optional<ResourceType> resource(ResourceInfo resource) {
        return required(resource).map(Permission::resourceType).or(() -> Optional.ofNullable(
                        resource.getResourceMethod().getAnnotation(Authenticated.class))
                .map(Authenticated::resource));
    }

    /**
     * The caller with what they hold of what the method requires; refuses them if they lack it. What is somebody's own is not an
     * operator's in another's tenant.
     */
    public Caller admitted(ResourceInfo resource, Caller caller) {
        if (caller.grant() != null && !opensByGrant(resource.getResourceMethod())) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN,
                    "NOT_UNDER_ACCESS_GRANT",
                    "This is not done under an access grant; leave the header out to act for yourself");
        }
        if (resource.getResourceMethod().isAnnotationPresent(Authenticated.class)) {
            return caller;
        }
        return caller.using(required(resource).orElseThrow(() -> Problem.forbidden("Nobody may do this")));
    }

    private static boolean opensByGrant(Method method) {
        return !method.isAnnotationPresent(Authenticated.class) && !method.isAnnotationPresent(NotUnderGrant.class);
    }

    private static Optional<Permission> requirement(Method method) {
        return Optional.ofNullable(method.getAnnotation(Requires.class))
                .map(requires -> new Permission(requires.resource(), requires.action()));
    }
}
