package io.skyholm.runtime.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;

/** Reads what PostgreSQL refused, whether the driver says it or Hibernate, which puts it in words of its own. */
public final class DatabaseProblems {

    private static final String CONNECTION = "08";
    private static final String DATA = "22";
    private static final String SHUTTING_DOWN = "57P";

    /** A deadlock, and what cannot be put in an order with what others do. */
    private static final Set<String> CONTENTION = Set.of("40P01", "40001");

    private static final String ABORTED = "25P02";
    private static final Pattern OUTSIDE_PROJECT =
            Pattern.compile("violates row-level security policy \"\\w+_project\"");
    private static final int DEEPEST = 20;

    private DatabaseProblems() {}

    /** Matches a failure that this constraint caused: a value that is there already, or a row that is not there. */
    public static Predicate<Throwable> violates(String constraint) {
        return failure -> causes(failure).anyMatch(cause -> switch (cause) {
            case ConstraintViolationException refused -> constraint.equals(refused.getConstraintName());
            case PgException refused -> constraint.equals(refused.getConstraint());
            default -> false;
        });
    }

    /** Whether row level security refused a row that belongs to none of the projects to which the transaction is limited. */
    public static boolean isOutsideProject(Throwable failure) {
        return causes(failure)
                .map(Throwable::getMessage)
                .anyMatch(said -> said != null && OUTSIDE_PROJECT.matcher(said).find());
    }

    /** Whether the database was not there, rather than of another opinion. */
    public static boolean isAway(Throwable failure) {
        return state(failure)
                .map(state -> state.startsWith(CONNECTION) || state.startsWith(SHUTTING_DOWN))
                .orElseGet(() -> causes(failure).anyMatch(DatabaseProblems::isOfTheNetwork));
    }

    /** Whether the database ended one of several transactions that waited for each other, which can be tried again. */
    public static boolean isOfTheMoment(Throwable failure) {
        return state(failure).filter(CONTENTION::contains).isPresent();
    }

    /** Whether it failed since another statement of its transaction had failed. */
    public static boolean isAfterAnother(Throwable failure) {
        return state(failure).filter(ABORTED::equals).isPresent();
    }

    /** Whether the database cannot store a value, whoever tries and however often. */
    public static boolean isOfTheData(Throwable failure) {
        return state(failure).filter(state -> state.startsWith(DATA)).isPresent();
    }

    /** What cannot be read is an IOException for Jackson, but no fault of the network. */
    private static boolean isOfTheNetwork(Throwable cause) {
        return (cause instanceof IOException && !(cause instanceof JacksonException))
                || cause instanceof TimeoutException
                || cause instanceof VertxException
                || cause instanceof NoStackTraceThrowable;
    }

    /** The SQLSTATE, if the server said anything at all. */
    private static Optional<String> state(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> switch (cause) {
                    case PgException refused -> Stream.ofNullable(refused.getSqlState());
                    case SQLException refused -> Stream.ofNullable(refused.getSQLState());
                    default -> Stream.empty();
                })
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
