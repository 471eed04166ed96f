package io.skyholm.runtime.access;

import io.skyholm.events.access.ResourceType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource method that everybody may call who says who they are; it says of what, and why no permission is needed. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Authenticated {

    /** What is acted upon: where a tenant has reading it recorded, reading what is one's own is recorded, too. */
    ResourceType resource();

    /** Why knowing the caller is enough here. */
    String because();
}
