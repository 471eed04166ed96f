package io.skyholm.compute.action;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.operation.OperationKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that differs between the kinds of operations on an instance. The tables are read when the class is initialised, which
 * fails at a word that no column knows; {@link ActionRule} says what each column means.
 */
public final class ActionRules {

    /** When an operation can begin, and what it takes. What is cancelled is ended by its caller. */
    private static final String BEGINNING = """
            operation      | begins in                    | interrupted by | needs  | limit | cancel
            CREATE         | ERROR                        | STOP DELETE    | QUOTA  | WAIT  | FAIL
            START          | STOPPED ERROR                | STOP DELETE    | QUOTA  | USUAL | STOP
            RESUME         | SUSPENDED                    | STOP DELETE    | QUOTA  | USUAL | STOP
            RECOVER        |                              | STOP DELETE    |        | USUAL | STOP
            RESTART        | RUNNING                      | STOP DELETE    | QUOTA  | USUAL |
            SUSPEND        | RUNNING                      | STOP DELETE    |        | USUAL |
            STOP           | not STOPPED DELETING DELETED | DELETE         |        | USUAL |
            RESIZE         | RUNNING STOPPED              | DELETE         | GROWTH | USUAL | FAIL
            REBUILD        | RUNNING STOPPED ERROR        | DELETE         | QUOTA  | USUAL |
            RESET_PASSWORD | RUNNING STOPPED              | DELETE         |        | USUAL |
            MOVE           | RUNNING STOPPED              | DELETE         |        | USUAL |
            DELETE         | not DELETED                  | UNDELETE       |        | UNDO  | UNDELETE
            UNDELETE       | DELETING ERROR               | DELETE         |        | USUAL |
            """;

    /** Where it leads: what the virtual machine is to do, what callers see meanwhile, and what if that cannot be. */
    private static final String EFFECTS = """
            operation      | change     | power     | status     | step           | no place | lost host | failure
            CREATE         |            | RUNNING   | CREATING   | boot           | search   | continue  | RELEASE
            START          |            | RUNNING   | STARTING   | boot           | search   | continue  | STOP
            RESUME         |            | RUNNING   | STARTING   | boot           | search   | continue  | STOP
            RECOVER        |            | RUNNING   | STARTING   | boot           | search   | continue  | STOP
            RESTART        | RESTART    |           | RESTARTING | restart        | search   | continue  | STOP
            SUSPEND        |            | SUSPENDED | SUSPENDING | suspend        | complete | fail      | ERROR
            STOP           |            | STOPPED   | STOPPING   | shut-down      | complete | continue  | ERROR
            RESIZE         | SIZE       |           |            | resize         | complete | fail      | REVERT
            REBUILD        | DISK       | RUNNING   | STARTING   | rebuild        | complete | fail      | KEEP_DISK
            RESET_PASSWORD | PASSWORD   |           |            | reset-password | complete | fail      | ERROR
            MOVE           | MACHINE    |           |            | move           | search   | continue  | STOP
            DELETE         | DELETION   | STOPPED   | DELETING   | remove         | complete | continue  | ERROR
            UNDELETE       | UNDELETION |           | STOPPING   | shut-down      | complete | continue  | ERROR
            """;

    private static final Map<OperationKind, ActionRule> RULES = rules();

    private ActionRules() {}

    /** The rule for an operation on an instance; one on several of them is nothing that an instance does. */
    public static ActionRule of(OperationKind kind) {
        ActionRule rule = RULES.get(kind);
        if (rule == null) {
            throw new IllegalArgumentException(kind + " is no operation on one instance");
        }
        return rule;
    }

    /** All of them. */
    static Stream<ActionRule> all() {
        return RULES.values().stream();
    }

    private static Map<OperationKind, ActionRule> rules() {
        Map<String, Map<String, String>> effects = rows(EFFECTS);
        return rows(BEGINNING).entrySet().stream()
                .collect(toUnmodifiableMap(
                        row -> OperationKind.valueOf(row.getKey()),
                        row -> rule(row.getKey(), row.getValue(), cell(effects, row.getKey()))));
    }

    private static ActionRule rule(String kind, Map<String, String> beginning, Map<String, String> effect) {
        return new ActionRule(
                OperationKind.valueOf(kind),
                statuses(cell(beginning, "begins in")),
                words(cell(beginning, "interrupted by"))
                        .map(OperationKind::valueOf)
                        .collect(toUnmodifiableSet()),
                orNothing(ActionRule.Need.class, cell(beginning, "needs"), ActionRule.Need.NOTHING),
                orNothing(ActionChange.class, cell(effect, "change"), ActionChange.NOTHING),
                orNull(VmPower.class, cell(effect, "power")),
                orNull(InstanceStatus.class, cell(effect, "status")),
                cell(effect, "step"),
                either(cell(effect, "no place"), "search", "complete"),
                either(cell(effect, "lost host"), "continue", "fail"),
                orNothing(ActionRule.Cancel.class, cell(beginning, "cancel"), ActionRule.Cancel.NEVER),
                ActionFailure.valueOf(cell(effect, "failure")),
                ActionRule.Limit.valueOf(cell(beginning, "limit")));
    }

    /** Cells by column, by the word in the first column. */
    private static Map<String, Map<String, String>> rows(String table) {
        String[] names = cells(table.lines().findFirst().orElseThrow());
        return table.lines()
                .skip(1)
                .map(ActionRules::cells)
                .collect(toMap(cells -> cells[0], cells -> row(names, cells)));
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        return Stream.iterate(0, column -> column < names.length, column -> column + 1)
                .collect(toMap(column -> names[column], column -> column < cells.length ? cells[column] : ""));
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    private static <T> T cell(Map<String, T> row, String column) {
        T cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("The table lacks " + column);
        }
        return cell;
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" ", -1)).filter(word -> !word.isEmpty());
    }

    private static Set<InstanceStatus> statuses(String cell) {
        boolean all = cell.startsWith("not ");
        Set<InstanceStatus> named = EnumSet.noneOf(InstanceStatus.class);
        words(all ? cell.substring(4) : cell).map(InstanceStatus::valueOf).forEach(named::add);
        return Set.copyOf(all ? EnumSet.complementOf(EnumSet.copyOf(named)) : named);
    }

    private static boolean either(String cell, String yes, String no) {
        if (!cell.equals(yes) && !cell.equals(no)) {
            throw new IllegalStateException(cell + " is neither " + yes + " nor " + no);
        }
        return cell.equals(yes);
    }

    private static <E extends Enum<E>> @Nullable E orNull(Class<E> type, String cell) {
        return cell.isEmpty() ? null : Enum.valueOf(type, cell);
    }

    private static <E extends Enum<E>> E orNothing(Class<E> type, String cell, E nothing) {
        return cell.isEmpty() ? nothing : Enum.valueOf(type, cell);
    }
}
