package io.skyholm.runtime.access;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission without which a resource method is not run. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** What is acted upon. */
    ResourceType resource();

    /** What is done with it. */
    Action action();
}
