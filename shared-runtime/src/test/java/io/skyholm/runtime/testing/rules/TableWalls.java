package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.skyholm.runtime.record.ColumnName;
import io.skyholm.runtime.testing.facts.KnownRows;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each table has one room that owns it. Only that room's statements write it, and only rooms that stand above it read it:
 * otherwise a room cannot be changed without knowing all the others. What an entity writes is its own room's affair, for
 * nobody else can reach its fields; housekeeping deletes what the retention policies say.
 */
public final class TableWalls {

    private final RoomPlan plan;
    private final List<JavaClass> classes;
    private final TableOwners owners;
    private final List<String> functions;
    private final Map<String, String> names = new HashMap<>();

    TableWalls(String home, JavaClasses classes, TableOwners owners, List<String> functions) {
        this.functions = functions;
        this.classes = List.copyOf(classes);
        this.plan = new RoomPlan(home, this.classes);
        this.owners = owners;
        Stream.concat(owners.rooms().keySet().stream(), TableOwners.RUNTIME.rooms().keySet().stream())
                .forEach(table -> names.put(table, table));
        entities().forEach(entity -> names.put(entity.getSimpleName().toLowerCase(Locale.ROOT), tableOf(entity)));
    }

    /** Fails naming whatever passes a wall in that service, whose tables are listed in {@code tables.properties}. */
    public static void stand(String service) {
        String home = "io.skyholm." + service;
        TableOwners owners = TableOwners.listed("/tables.properties");
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(home);
        Path migrations = Path.of("src/main/resources/db/migration");
        assertThat(owners.compare(migrations)).isEmpty();
        assertThat(new TableWalls(home, classes, owners, TableOwners.functions(migrations)).breaches())
                .as("uses of tables of other rooms")
                .isEmpty();
        assertThat(KnownRows.leftAsTheyWere(Path.of("src/main/java")))
                .as("columns of facts that a newer fact does not replace")
                .isEmpty();
    }

    /** What passes a wall, and what the check cannot see. */
    List<String> breaches() {
        List<TableUse> uses = classes.stream().flatMap(this::usesOf).distinct().toList();
        uses.stream()
                .filter(use -> owners.rooms().containsKey(use.table()))
                .forEach(use -> plan.standsOn(use.room(), owner(use)));
        List<String> breaches = new ArrayList<>();
        entities()
                .filter(entity -> !plan.roomOf(entity).equals(owners.rooms().get(tableOf(entity))))
                .forEach(entity -> breaches.add(entity.getName() + " is an entity of another room's table"));
        uses.stream().filter(this::isBreach).forEach(use -> breaches.add(use + " of " + owner(use)));
        breaches.addAll(unused(uses));
        return breaches;
    }

    private boolean isBreach(TableUse use) {
        if (use.table().equals(TableUse.UNREADABLE)) {
            return true;
        }
        if (!owners.rooms().containsKey(use.table())) {
            return use.writes();
        }
        return !owner(use).equals(use.room()) && (use.writes() || plan.isAbove(owner(use), use.room()));
    }

    /** A table that nobody seems to use shows that the list is old, or that this check is blind. */
    private List<String> unused(List<TableUse> uses) {
        Set<String> used = Stream.of(
                        uses.stream().map(TableUse::table),
                        entities().map(TableWalls::tableOf),
                        functions.stream()
                                .flatMap(function -> TableNames.in(function, names).stream())
                                .map(TableNames.Named::table))
                .flatMap(tables -> tables)
                .collect(Collectors.toSet());
        return owners.rooms().keySet().stream()
                .filter(table -> !used.contains(table))
                .map(table -> "nobody uses " + table)
                .toList();
    }

    private String owner(TableUse use) {
        return owners.rooms().getOrDefault(use.table(), "the runtime");
    }

    private Stream<TableUse> usesOf(JavaClass type) {
        SqlTexts sql = SqlTexts.in(type);
        Stream<TableNames.Named> read = Stream.concat(
                sql.texts().stream().flatMap(text -> TableNames.in(text, names).stream()),
                sql.sources().stream().flatMap(source -> TableNames.inSource(source, names).stream()));
        Stream<TableNames.Named> hidden = sql.sources().stream()
                .filter(String::isEmpty)
                .map(source -> new TableNames.Named(TableUse.UNREADABLE, false));
        return Stream.concat(read, hidden)
                .map(named -> new TableUse(named.table(), named.written(), plan.roomOf(type), type.getName()));
    }

    private Stream<JavaClass> entities() {
        return classes.stream().filter(type -> type.isAnnotatedWith(Entity.class));
    }

    private static String tableOf(JavaClass entity) {
        return entity.tryGetAnnotationOfType(Table.class)
                .map(Table::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> ColumnName.of(entity.getSimpleName()));
    }
}
