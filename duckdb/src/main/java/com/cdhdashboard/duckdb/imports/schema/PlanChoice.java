package com.cdhdashboard.duckdb.imports.schema;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.column.SourceNames;
import com.cdhdashboard.duckdb.imports.row.PlanLines;
import com.cdhdashboard.duckdb.imports.row.PlanPart;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Chooses with which columns files are read, so that their rows fit those that the store has. Types may widen, and columns
 * that had a default may appear. A column without one would change what numbers of earlier rows mean, as nobody knows
 * theirs: it is left out, and said. A file whose values no longer fit what expressions make of a column is refused.
 */
public final class PlanChoice {
    private final StagingDatabase database;
    private final DataKind kind;
    private final SourceSchema schema;

    public PlanChoice(StagingDatabase database, DataKind kind, SourceSchema schema) {
        this.database = database;
        this.kind = kind;
        this.schema = schema;
    }

    /**
     * What was chosen.
     *
     * @param refused files that cannot be read with the others, and why
     */
    public record Chosen(
            SourceSchema.Columns columns,
            DataKind.Staging staging,
            List<String> notes,
            Map<SourceFile, String> refused) {
        /** Whether the same columns are read of files, by the same names and as the same types. */
        boolean readsLike(Chosen other, List<SourceFile> files) {
            return refused.keySet().equals(other.refused.keySet())
                    && types().equals(other.types())
                    && files.stream().allMatch(file -> called(file).equals(other.called(file)));
        }

        private Map<String, ValueType> types() {
            Map<String, ValueType> types = new TreeMap<>();
            staging.rows().read().forEach((column, type) -> types.put(column.name(), type));
            return types;
        }

        private Set<Map<String, List<String>>> called(SourceFile file) {
            Set<String> read = types().keySet();
            Set<Map<String, List<String>>> forms = new LinkedHashSet<>();
            for (Map<String, List<String>> form : columns.names().called(file)) {
                Map<String, List<String>> raws = new LinkedHashMap<>(form);
                raws.keySet().retainAll(read);
                forms.add(raws);
            }
            return forms;
        }
    }

    public Chosen choose(List<SourceFile> files) {
        SourceSchema.Columns columns = schema.with(files);
        Optional<DataKind.Staging> planned = plan(columns);
        if (planned.isEmpty()) {
            return withoutMisfits(files);
        }
        DataKind.Staging staging = planned.get();
        List<String> notes = new ArrayList<>(columns.warnings());
        if (fits(staging)) {
            return chosen(columns, staging, notes, Map.of());
        }
        SourceSchema.Columns known = withoutUnknown(columns);
        DataKind.Staging withKnown = kind.plan(known.all(), database);
        if (fits(withKnown)) {
            leftOut(columns.added(), staging, withKnown, files).ifPresent(notes::add);
            return chosen(known, withKnown, notes, Map.of());
        }
        DataKind.Staging stored = kind.plan(schema.stored(), database);
        if (!fits(stored)) {
            database.requirePlan(stored.planText(), kind.sections());
        }
        return withoutMisfits(files);
    }

    private static Chosen chosen(
            SourceSchema.Columns columns,
            DataKind.Staging staging,
            List<String> notes,
            Map<SourceFile, String> refused) {
        notes.addAll(staging.notes());
        return new Chosen(columns, staging, notes, refused);
    }

    /** Empty where values of a new file have changed types so that the configuration, which was used before, cannot be. */
    private Optional<DataKind.Staging> plan(SourceSchema.Columns columns) {
        try {
            return Optional.of(kind.plan(columns.all(), database));
        } catch (UserException e) {
            if (database.plan().isEmpty()) {
                throw e;
            }
            kind.plan(schema.stored(), database);
            return Optional.empty();
        }
    }

    private boolean fits(DataKind.Staging staging) {
        return database.plan()
                .map(earlier -> PlanLines.of(earlier, staging.planText()).fit(database.session())
                        || part(earlier, staging).isPresent())
                .orElse(true);
    }

    /** How the plan is a part of the earlier one, where all of its metrics are defined as they were. */
    private Optional<PlanPart> part(String earlier, DataKind.Staging staging) {
        return database.folder()
                .definitions()
                .filter(made -> made.cover(kind.definitions()))
                .flatMap(made -> PlanPart.of(earlier, staging.planText()));
    }

    /** Brings what is staged into the form of another plan that fits it. */
    public void adopt(DataKind.Staging staging) {
        database.plan().ifPresent(earlier -> {
            PlanLines lines = PlanLines.of(earlier, staging.planText());
            if (lines.fit(database.session())) {
                lines.drop(database.session());
            } else {
                part(earlier, staging).ifPresent(part -> part.adopt(database.session()));
            }
        });
    }

    private SourceSchema.Columns withoutUnknown(SourceSchema.Columns columns) {
        List<SourceColumn> known = columns.all().stream()
                .filter(column -> !columns.added().contains(column.name())
                        || kind.defaulted().contains(column.name()))
                .toList();
        return new SourceSchema.Columns(known, columns.added(), columns.names(), columns.warnings());
    }

    private Optional<String> leftOut(
            Set<String> added, DataKind.Staging all, DataKind.Staging known, List<SourceFile> files) {
        Set<String> without = new LinkedHashSet<>();
        all.rows().read().keySet().forEach(column -> without.add(column.name()));
        without.retainAll(added);
        known.rows().read().keySet().forEach(column -> without.remove(column.name()));
        if (without.isEmpty()) {
            return Optional.empty();
        }
        SourceNames names = schema.with(files).names();
        String first = files.stream()
                .filter(file -> names.of(file).keySet().stream().anyMatch(without::contains))
                .findFirst()
                .map(SourceFile::name)
                .orElse("");
        return Optional.of("not used: " + String.join(", ", without) + ", first found in \"" + first
                + "\". The files imported before do not have it, so numbers of their rows cannot be told; import all files"
                + " together with --remove-existing to use it");
    }

    /** Takes the files one after the other, without those that do not fit. */
    private Chosen withoutMisfits(List<SourceFile> files) {
        Map<SourceFile, String> refused = new LinkedHashMap<>();
        List<SourceFile> fitting = new ArrayList<>();
        for (SourceFile file : files) {
            fitting.add(file);
            SourceSchema.Columns columns = withoutUnknown(schema.with(fitting));
            if (plan(columns).filter(this::fits).isEmpty()) {
                fitting.remove(file);
                refused.put(file, misfit(schema.stored(), columns.all()));
            }
        }
        if (refused.isEmpty()) {
            throw new UserException("the columns of these files do not fit those imported before; import all files"
                    + " together with --remove-existing");
        }
        Chosen rest = choose(fitting);
        refused.putAll(rest.refused());
        return new Chosen(rest.columns(), rest.staging(), rest.notes(), refused);
    }

    private static String misfit(List<SourceColumn> stored, List<SourceColumn> wider) {
        Map<String, SourceColumn> before =
                stored.stream().collect(Collectors.toMap(SourceColumn::name, column -> column));
        String columns = wider.stream()
                .flatMap(column -> Optional.ofNullable(before.get(column.name()))
                        .filter(earlier -> !earlier.type().equals(column.type()))
                        .map(earlier -> column.name() + " (" + earlier.described() + " before, " + column.described()
                                + " here)")
                        .stream())
                .collect(Collectors.joining(", "));
        return "values do not fit those imported before: " + columns
                + ", and an expression or a metric depends on what they are. Import all files together with"
                + " --remove-existing";
    }
}
