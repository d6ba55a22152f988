package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.customer.HoldingKind;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import com.cdhdashboard.duckdb.imports.row.DerivedColumns;
import com.cdhdashboard.duckdb.imports.row.GivenNames;
import com.cdhdashboard.duckdb.imports.row.Interaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In what the kinds of data differ for the sample. */
enum SampledKind {
    INTERACTIONS("ih") {
        @Override
        GivenNames given(Configuration draft, List<SourceColumn> sources) {
            return GivenNames.of(preparation(draft).columns()).in(sources);
        }

        @Override
        Preparation preparation(Configuration draft) {
            return draft.interactionHistory().preparation();
        }

        @Override
        Map<String, ValueType> standardTypes(Configuration draft) {
            return Interaction.TYPES;
        }

        @Override
        Map<String, ColumnSql> derived(Map<String, ColumnSql> defaulted, Configuration draft) {
            return DerivedColumns.of(
                    defaulted, new DayZone(draft.interactionHistory().zoneOfDays()));
        }

        @Override
        List<String> times() {
            return List.of(Interaction.OUTCOME_TIME, Interaction.DECISION_TIME);
        }
    },
    HOLDINGS("holdings") {
        @Override
        Preparation preparation(Configuration draft) {
            return draft.holdings()
                    .map(Holdings::preparation)
                    .orElseGet(() -> new Preparation(Map.of(), Optional.empty(), Optional.empty()));
        }

        @Override
        Map<String, ValueType> standardTypes(Configuration draft) {
            return draft.holdings()
                    .map(holdings -> new HoldingKind(holdings, CustomerMetric.of(draft)).standardTypes())
                    .orElse(Map.of());
        }

        @Override
        Map<String, ColumnSql> derived(Map<String, ColumnSql> defaulted, Configuration draft) {
            return defaulted;
        }

        @Override
        List<String> times() {
            return List.of();
        }
    };

    private final String section;

    SampledKind(String section) {
        this.section = section;
    }

    /** The section of the configuration, for messages. */
    String section() {
        return section;
    }

    /** Names that the configuration gives to columns. */
    GivenNames given(Configuration draft, List<SourceColumn> sources) {
        return GivenNames.NONE;
    }

    abstract Preparation preparation(Configuration draft);

    abstract Map<String, ValueType> standardTypes(Configuration draft);

    /** The columns after what follows from the files' own. */
    abstract Map<String, ColumnSql> derived(Map<String, ColumnSql> defaulted, Configuration draft);

    /** Columns that are read as times whatever they hold. */
    abstract List<String> times();
}
