package io.skyholm.runtime.testing.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which rooms of a service stand on which: a room stands on those whose classes it names and whose tables it reads. */
final class RoomPlan {

    private final String home;
    private final Map<String, Set<String>> below = new TreeMap<>();

    RoomPlan(String home, Collection<JavaClass> classes) {
        this.home = home + ".";
        classes.forEach(type -> type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getName().startsWith(this.home))
                .forEach(target -> standsOn(roomOf(type), roomOf(target))));
    }

    /** The package below the service's own. */
    String roomOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        String rest = name.length() <= home.length() ? "" : name.substring(home.length());
        return rest.substring(0, Math.max(0, rest.indexOf('.')));
    }

    void standsOn(String upper, String lower) {
        if (!upper.equals(lower)) {
            below.computeIfAbsent(upper, room -> new TreeSet<>()).add(lower);
        }
    }

    /** Whether the first stands on the second, over however many others. */
    boolean isAbove(String upper, String lower) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(upper));
        while (!next.isEmpty()) {
            for (String room : below.getOrDefault(next.pop(), Set.of())) {
                if (room.equals(lower)) {
                    return true;
                }
                if (seen.add(room)) {
                    next.push(room);
                }
            }
        }
        return false;
    }
}
