package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.sample.KnownFields;
import com.cdhdashboard.core.sample.KnownFields.Origin;
import com.cdhdashboard.core.sample.SampleSummary;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.CalculatedColumns;
import com.cdhdashboard.duckdb.imports.row.DefaultedColumns;
import com.cdhdashboard.duckdb.imports.row.GivenNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which fields a draft can name: those of the sample, and what the stages of its rows add. */
final class FieldsOfDraft {
    private final SampledKind kind;
    private final Configuration draft;
    private final Map<String, String> misfits = new LinkedHashMap<>();

    FieldsOfDraft(SampledKind kind, Configuration draft) {
        this.kind = kind;
        this.draft = draft;
    }

    KnownFields of(SampleSummary summary, List<SourceColumn> kept) {
        Preparation preparation = kind.preparation(draft);
        GivenNames given = kind.given(draft, kept);
        Map<String, ColumnSql> defaulted = defaulted(kept, given, preparation.defaultValues());
        Map<String, ColumnSql> derived = kind.derived(defaulted, draft);
        Map<String, KnownFields.Field> fields = new LinkedHashMap<>();
        for (SampleSummary.Column column : summary.columns()) {
            fields.put(column.name(), new KnownFields.Field(column.name(), Origin.FILE, column.type(), column.seen()));
        }
        add(fields, CalculatedColumns.types(defaulted), Origin.DEFAULT);
        add(fields, CalculatedColumns.types(derived), Origin.DERIVED);
        add(fields, CalculatedColumns.types(calculated(derived, given, preparation)), Origin.CALCULATED);
        return new KnownFields(summary.rows(), List.copyOf(fields.values()), misfits);
    }

    /** With the defaults that fit; of the others is said why they do not. */
    private Map<String, ColumnSql> defaulted(List<SourceColumn> kept, GivenNames given, Map<String, Object> defaults) {
        Map<String, ValueType> standard = kind.standardTypes(draft);
        Map<String, Object> fitting = new LinkedHashMap<>(defaults);
        defaults.forEach((name, value) -> {
            try {
                DefaultedColumns.of(kept, given, Map.of(name, value), kind.section(), standard);
            } catch (UserException misfit) {
                fitting.remove(name);
                misfits.put(name, String.valueOf(misfit.getMessage()));
            }
        });
        return DefaultedColumns.of(kept, given, fitting, kind.section(), standard);
    }

    /** What is wrong with calculations is said beside them. */
    private Map<String, ColumnSql> calculated(
            Map<String, ColumnSql> derived, GivenNames given, Preparation preparation) {
        try {
            return CalculatedColumns.over(derived, given, preparation.columns(), kind.section(), new ArrayList<>())
                    .columns();
        } catch (UserException unreadable) {
            return derived;
        }
    }

    private static void add(Map<String, KnownFields.Field> fields, Map<String, ValueType> types, Origin origin) {
        types.forEach((name, type) ->
                fields.putIfAbsent(name, new KnownFields.Field(name, origin, Optional.of(type), Optional.empty())));
    }
}
